import { expect, test } from "vitest";
import { readWanted } from "~/models/admin/imports/columns";
import { openCsv } from "~/models/admin/imports/open-csv.server";
import { useTemporaryFolder } from "../../../support/temporary-folder";

const folder = useTemporaryFolder();

async function open(content: string | Buffer, map?: string) {
  return openCsv({ path: await folder.write(content), wanted: map ? readWanted(map) : new Map(), source: "test" });
}

/** Every row in short: its line, and what it says or why it does not. */
async function read(content: string | Buffer): Promise<string[]> {
  const { rows } = await open(content);
  const read: string[] = [];
  for await (const row of rows()) {
    read.push(`${row.line} ${"fault" in row ? row.fault.code : `${row.post.title}: ${row.post.body}`}`);
  }
  return read;
}

test.for([
  [",", "title,body\nOne,Text"],
  [";", "title;body\nOne;a,b,c"],
  ["\t", "title\tbody\nOne\ta,b"],
  ["|", "title|body\nOne|a;b"],
  [";", "Title;Description (short, plain, no more)\nOne;a"],
  [";", '"Title";"Details, in short, or long"\nOne;a'],
  [";", "foo;bar\none;two"],
  [",", "title\nOne; two"],
  [";", "sep=;\ntitle;body\nOne;Text"],
  [";", "\n\r\ntitle;body\nOne;Text"],
] as const)("“%s” is found to separate %j", async ([separator, content]) => {
  const { format } = await open(content, content.startsWith("foo") ? "title=foo" : undefined);
  expect(format.separator).toBe(separator);
});

test("the wanted columns help to find the separator", async () => {
  const { format } = await open("Summary (one, two, three)|Text\n", "title=Text");
  expect(format.separator).toBe("|");
});

test("line breaks, separators and quotation marks inside quotes are text, and lines are still counted right", async () => {
  const content = 'title,body\r\n"One, ""quoted""","first\r\n\r\nthird"\r\n\r\nTwo,"a\nb"\r\nThree,c\r\n';
  expect(await read(content)).toEqual(['2 One, "quoted": first\n\nthird', "6 Two: a\nb", "8 Three: c"]);
});

test("lines may end as on Unix, Windows or an old Mac, with or without the last end", async () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    expect(await read(["title,body", "One,a", "Two,b"].join(end))).toEqual(["2 One: a", "3 Two: b"]);
  }
});

test("a line end that falls between two pieces of the file is one line end", async () => {
  const padding = "x".repeat(256 * 1024 - "title,body\r\nOne,\r".length);
  const rows = await read(`title,body\r\nOne,${padding}\r\nTwo,b\r\n`);
  expect(rows.map((row) => row.slice(0, 8))).toEqual(["2 One: x", "3 Two: b"]);
});

test("quotation marks within a cell, spaces before one, and single ones all around do no harm", async () => {
  expect(await read('title,body\n5" disk, "with, comma"\n"half" done,"x"\n')).toEqual([
    '2 5" disk: with, comma',
    '3 "half" done: x',
  ]);
  expect(await read("'title','body'\n'One, two','it''s'\n")).toEqual(["2 One, two: it's"]);
});

test("a byte order mark is no part of the first column's name", async () => {
  const { understanding } = await open("\uFEFFtitle,body\nOne,a");
  expect(understanding.header).toEqual(["title", "body"]);
  expect(await read('\uFEFF"title",body\nOne,a')).toEqual(["2 One: a"]);
});

test("UTF-8 is read as such, wherever the file falls into pieces", async () => {
  const words = "😀é中".repeat(1000);
  const rows = Array.from({ length: 200 }, (_, i) => `${i},${words}`).join("\n");
  for (const shift of ["", "x", "xx", "xxx"]) {
    const read200 = await read(`title,body\n${shift},\n${rows}`);
    expect(read200.filter((row) => row.endsWith(`: ${words}`))).toHaveLength(200);
  }
});

test("a single character beyond ASCII is enough to know UTF-8 by, at the end and between two pieces as well", async () => {
  const long = `${"x".repeat(100_000)}\n`.repeat(11);
  const edge = 1024 * 1024 - "title\n".length - 1;
  for (const text of ["é", `${long.slice(0, edge)}é${long.slice(edge)}`]) {
    expect((await open(`title\n${text}`)).format.encoding).toBe("utf-8");
  }
});

test("bytes that are no UTF-8 are read as windows-1252, typographic quotes and euro signs included", async () => {
  const cp1252 = Buffer.from("title;body\nGr\xF6\xDFe;\x93so\x94 \x96 5 \x80\n", "latin1");
  expect((await open(cp1252)).format.encoding).toBe("windows-1252");
  expect(await read(cp1252)).toEqual(["2 Größe: “so” – 5 €"]);
  expect(await read(Buffer.from("title,body\nOne,caf\xE9", "latin1"))).toEqual(["2 One: café"]);
});

test("a few broken characters do not make UTF-8 another encoding", async () => {
  const broken = Buffer.concat([
    Buffer.from("title,body\nGrüße aus München,"),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from("é ü ö ä\n"),
  ]);
  expect((await open(broken)).format.encoding).toBe("utf-8");
  expect((await read(broken))[0]).toMatch(/^2 Grüße aus München: \uFFFD+é ü ö ä$/);
  const cutOff = Buffer.from("title,body\nÄä,Öö 😀").subarray(0, -2);
  expect(await read(cutOff)).toEqual(["2 Ää: Öö \uFFFD"]);
});

test("what Excel calls Unicode text is read: UTF-16 and tabs", async () => {
  const utf16 = Buffer.from("\uFEFFtitle\tbody\r\nGröße\t“so” 中\r\n", "utf16le");
  expect(await read(utf16)).toEqual(["2 Größe: “so” 中"]);
  expect(await read(utf16.swap16())).toEqual(["2 Größe: “so” 中"]);
});

test("missing cells at the end of a row are empty, and so are surplus ones that say nothing", async () => {
  expect(await read("title,body,status\nOne\nTwo,b\nThree,c,,,\nFour,d,open, ,\n\n,,,,\n")).toEqual([
    "2 One: ",
    "3 Two: b",
    "4 Three: c",
    "5 Four: d",
  ]);
});

test("a surplus cell that says something is a fault with its line, and the rest is read", async () => {
  expect(await read("title,body\nOne,a\nTwo,c,d\nThree,,,x\nFour,e\n")).toEqual([
    "2 One: a",
    "3 columnCount",
    "4 columnCount",
    "5 Four: e",
  ]);
});

test.for([
  ["windows-1251", "Тёмная тема", [0xd2, 0xb8, 0xec, 0xed, 0xe0, 0xff, 0x20, 0xf2, 0xe5, 0xec, 0xe0]],
  ["koi8-r", "Тёмная тема", [0xf4, 0xa3, 0xcd, 0xce, 0xc1, 0xd1, 0x20, 0xd4, 0xc5, 0xcd, 0xc1]],
  ["windows-1256", "الوضع", [0xc7, 0xe1, 0xe6, 0xd6, 0xda]],
  ["shift_jis", "夜テーマ", [0x96, 0xe9, 0x83, 0x65, 0x81, 0x5b, 0x83, 0x7d]],
  ["gb18030", "深色模式", [0xc9, 0xee, 0xc9, 0xab, 0xc4, 0xa3, 0xca, 0xbd]],
  ["euc-kr", "다크 모드", [0xb4, 0xd9, 0xc5, 0xa9, 0x20, 0xb8, 0xf0, 0xb5, 0xe5]],
  ["windows-1250", "Tmavý režim", [0x54, 0x6d, 0x61, 0x76, 0xfd, 0x20, 0x72, 0x65, 0x9e, 0x69, 0x6d]],
] as const)("%s is found by its words, however much English is around them", async ([encoding, title, bytes]) => {
  const english = "A report in plain English, longer than what is beside it;".repeat(20);
  const content = Buffer.concat([
    Buffer.from("title;body\n"),
    Buffer.from(bytes),
    Buffer.from(`;x\nOther;${english}\n`),
  ]);
  const { format } = await open(content);
  expect(format).toMatchObject({ encoding, sample: `${title};x` });
  expect((await read(content))[0]).toBe(`2 ${title}: x`);
});

test("an encoding that somebody says is taken, and a file that says its own without a mark is understood", async () => {
  const path = await folder.write(Buffer.from("title\n\xD2\xE5\xEC\xE0\n", "latin1"));
  const said = await openCsv({ path, wanted: new Map(), source: "test", encoding: "windows-1252" });
  expect(said.format).toMatchObject({ encoding: "windows-1252", sample: "Òåìà" });
  expect(await read(Buffer.from("title,body\r\nTest,a\r\n", "utf16le"))).toEqual(["2 Test: a"]);
});

test.for([
  ["day-first", "25/12/2024 09:30", "03/04/2025 10:15", "2025-04-03T10:15:00.000Z"],
  ["month-first", "12/25/24 9:30 AM", "3/4/25 10:15 PM", "2025-03-04T22:15:00.000Z"],
] as const)("one date decides for its column: %s", async ([order, deciding, other, read]) => {
  const { dates, rows } = await open(`title,created\nOne,${other}\nTwo,${deciding}\nThree,${other}\n`);
  expect(dates).toEqual({ order, example: deciding });
  for await (const row of rows()) {
    if ("fault" in row) throw new Error(row.fault.code);
    if (row.line !== 3) expect(row.post.createdAt?.toISOString()).toBe(read);
    expect(row.post.createdAt).toBeDefined();
  }
});

test("where no date decides, or two contradict each other, it is a question, and the rows come without these dates", async () => {
  for (const other of ["2024-05-06", "5/5/2025", "25/12/2024\nThree,12/25/2024"]) {
    const { dates, rows } = await open(`title,created\nOne,03/04/2025\nTwo,${other}\n`);
    expect(dates).toEqual({ question: "03/04/2025" });
    for await (const row of rows()) {
      if ("fault" in row) throw new Error(row.fault.code);
      expect(row.post.createdAt === undefined).toBe(row.line === 2);
      expect(row.remarks).toEqual(row.line === 2 ? [{ code: "dateTwoWays", value: "03/04/2025" }] : []);
    }
  }
});

test("a date that cannot be read is said of its row and refuses nothing", async () => {
  const { rows } = await open("title,created\nOne,last Tuesday\n");
  for await (const row of rows()) {
    expect(row).toMatchObject({ post: { title: "One" }, remarks: [{ code: "dateUnread", value: "last Tuesday" }] });
  }
});

test("a quotation mark that is never closed is a fault with its line, after everything before it", async () => {
  expect(await read('title,body\nOne,a\nTwo,"b\nThree,c\n')).toEqual(["2 One: a", "3 openQuote"]);
});

test("a row that goes on for ever is given up before it fills the memory", async () => {
  const endless = Buffer.concat([Buffer.from('title,body\nOne,a\nTwo,"'), Buffer.alloc(34 * 1024 * 1024, "x")]);
  expect(await read(endless)).toEqual(["2 One: a", "3 rowTooLarge"]);
});

test("NUL bytes in a cell are left out of it", async () => {
  expect(await read("title,body\nO\0ne,a\0b\n")).toEqual(["2 One: ab"]);
});

test("a header alone has no rows", async () => {
  expect(await read("title,body\n")).toEqual([]);
});

test.for([
  ["empty", ""],
  ["empty", "\uFEFF\r\n\r\n"],
  ["noTitle", "Summary,Text\na,b"],
  ["brokenHeader", '"title,body\na,b'],
] as const)("%s: %j is not understood", async ([code, content]) => {
  await expect(open(content)).rejects.toMatchObject({ fault: { code } });
});

test("a column that is asked for and missing is named", async () => {
  await expect(open("title,body\n", "body=Text")).rejects.toMatchObject({
    fault: { code: "unknownColumn", column: "Text", header: ["title", "body"] },
  });
});
