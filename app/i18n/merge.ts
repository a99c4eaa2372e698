/** The texts of one file: `{ vote: { button: "Vote" } }` is `vote.button`. */
interface Texts {
  [name: string]: string | Texts;
}

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** The catalogue of a language: all its files. */
export type Merged<Files> = Together<Files[keyof Files]>;

/** One catalogue made of many files: each noun's has its own sentences of events, mails and notifications. Throws where two say the same. */
export const mergeTexts = <Files extends Record<string, Texts>>(files: Files): Merged<Files> =>
  Object.values(files).reduce<Texts>((all, file) => mergeInto(all, file), {}) as Merged<Files>;

function mergeInto(all: Texts, added: Texts, place = ""): Texts {
  for (const [name, text] of Object.entries(added)) {
    const there = all[name];
    if (typeof text === "object" && typeof there !== "string")
      all[name] = mergeInto(there ?? {}, text, `${place}${name}.`);
    else if (there === undefined) all[name] = text;
    else throw new Error(`${place}${name} stands in two files.`);
  }
  return all;
}
