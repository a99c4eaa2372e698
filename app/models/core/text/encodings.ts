/** What a text may be written in, by the names that `TextDecoder` has for them; those that a person can choose, likeliest first. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-15",
  "koi8-r",
  "koi8-u",
  "ibm866",
  "macintosh",
  "x-mac-cyrillic",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "gb18030",
  "big5",
  "euc-kr",
] as const;

export type Encoding = (typeof encodings)[number];

/** Programs have several names for one encoding: those that are no label of `TextDecoder`, or of a part of it only. */
const otherNames: Record<string, Encoding> = {
  cp932: "shift_jis",
  cp949: "euc-kr",
  cp874: "windows-874",
  gbk: "gb18030",
  gb2312: "gb18030",
  macroman: "macintosh",
  maccyrillic: "x-mac-cyrillic",
  ansi: "windows-1252",
  utf16: "utf-16le",
  koi8r: "koi8-r",
};

/** Characters; no name is longer. */
const longest = 40;

/** The encoding that a name means, however it is written; undefined for what is none, or cannot be read. */
export function readEncoding(name: string): Encoding | undefined {
  const plain = name.slice(0, longest).trim().toLowerCase();
  const squeezed = plain.replace(/[-_ ]/g, "");
  const windows = squeezed.replace(/^(?:windows|win|cp)?(125\d)$/, "windows-$1");
  return otherNames[squeezed] ?? labelOf(plain) ?? labelOf(windows) ?? labelOf(plain.replaceAll("_", "-"));
}

function labelOf(name: string): Encoding | undefined {
  try {
    const label = new TextDecoder(name).encoding;
    return encodings.find((one) => one === (label === "gbk" ? "gb18030" : label));
  } catch {
    return;
  }
}
