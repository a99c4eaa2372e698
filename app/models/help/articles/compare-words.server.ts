import type { Comparison } from "#db/schema/core/events";
import { compareTexts } from "../../core/text/compare-texts.server";

export interface Words {
  title: string;
  bodyMarkdown: string;
  wordings: string[];
}

/** How one text of an article became another, of each field that differs; undefined while too much else is compared. */
export async function compareWords(before: Words, after: Words): Promise<Comparison | undefined> {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = (Object.keys(now) as (keyof typeof now)[]).filter((name) => old[name] !== now[name]);
  if (names.length === 0) return {};
  return compareTexts(Object.fromEntries(names.map((name) => [name, { before: old[name], after: now[name] }])));
}

const fieldsOf = ({ title, bodyMarkdown, wordings }: Words) => ({
  title,
  body: bodyMarkdown,
  wordings: wordings.join("\n"),
});
