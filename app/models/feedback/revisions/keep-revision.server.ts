import { isDeepStrictEqual } from "node:util";
import type { Db } from "#db/client.server";
import { revisions } from "#db/schema";
import type { Comparison } from "#db/schema/core/events";
import { compareTexts } from "../../core/text/compare-texts.server";

/** Field name to text. */
export type Fields = Record<string, string>;

/** An edit as it will be if nobody else edits meanwhile. */
export interface Compared {
  before: Fields;
  diff: Comparison | undefined;
}

/** The old texts of the fields that are others now. */
export function changedFields(before: Fields, after: Fields): Fields {
  return Object.fromEntries(
    Object.entries(after)
      .map(([name, text]) => [name, before[name] ?? "", text] as const)
      .filter(([, old, text]) => old !== text)
      .map(([name, old]) => [name, old]),
  );
}

/** Compares before the transaction of an edit, which keeps others waiting. */
export async function compareEdit(current: Fields | undefined, after: Fields): Promise<Compared | undefined> {
  const before = current ? changedFields(current, after) : {};
  const names = Object.keys(before);
  if (names.length === 0) return;
  const texts = names.map((name) => [name, { before: before[name] ?? "", after: after[name] ?? "" }]);
  return { before, diff: await compareTexts(Object.fromEntries(texts)) };
}

interface NewRevision {
  postId: string;
  commentId?: string;
  editorId: string;
  before: Fields;
  compared: Compared | undefined;
  at: Date;
}

/** What it said before, and what changed of it; that is left to a job where somebody else was quicker. */
export async function keepRevision(tx: Db, { compared, at, ...revision }: NewRevision): Promise<void> {
  const diff = isDeepStrictEqual(compared?.before, revision.before) ? (compared?.diff ?? null) : null;
  await tx.insert(revisions).values({ ...revision, diff, createdAt: at });
}
