import { v7 as uuid } from "uuid";
import { entryLabels } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { entryDraft } from "~/models/feedback/changelog/draft";
import { entryLink } from "~/models/feedback/changelog/entry-path";
import { publishEntry } from "~/models/feedback/changelog/publish-entry.server";
import { createEntry } from "~/models/feedback/changelog/write-entry.server";
import { db } from "./database";

interface Words {
  title: string;
  body: string;
  labelIds: number[];
  /** As somebody types them. */
  postNumbers: string;
}

/** Writes an entry with sensible words, where the story needs none of its own; resolves to its number. */
export async function draftEntry(viewer: User, words: Partial<Words> = {}, at?: Date): Promise<number> {
  const draft = entryDraft.parse({ title: "Dark mode is there", body: "Your eyes may **rest**.", ...words });
  return (await createEntry(db, { viewer, id: uuid(), draft, at })).number;
}

interface Publication {
  tells?: boolean;
  at?: Date;
}

export const publish = (viewer: User, number: number, { tells = true, at }: Publication = {}): Promise<void> =>
  publishEntry(db, { viewer, number, tellsSubscribers: tells, sayAnswer, at });

const sayAnswer = (entry: { number: number; title: string }): string =>
  `It is there: ${entryLink("https://portal.example", entry)}`;

/** Writes an entry and publishes it. */
export async function publishedEntry(viewer: User, words: Partial<Words> = {}, at?: Date): Promise<number> {
  const number = await draftEntry(viewer, words, at);
  await publish(viewer, number, { at });
  return number;
}

export async function addLabel(slug: string, name: string | null = null): Promise<number> {
  const [label] = await db.insert(entryLabels).values({ slug, name }).returning({ id: entryLabels.id });
  return label?.id ?? 0;
}
