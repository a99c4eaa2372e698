/** The texts of one file: `{ vote: { button: "Vote" } }` is `vote.button`. */
interface Texts {
  [name: string]: string | Texts;
}

type All<Files extends readonly unknown[]> = Files extends readonly [infer First, ...infer Rest]
  ? First & All<Rest>
  : unknown;

/** One catalogue made of many files: each noun's has its own sentences of events, mails and notifications. Throws where two say the same. */
export const mergeTexts = <Files extends Texts[]>(...files: Files): All<Files> =>
  files.reduce<Texts>((all, file) => mergeInto(all, file), {}) as All<Files>;

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
