import { inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { entryDraft } from "~/models/feedback/changelog/draft";
import { listLabels } from "~/models/feedback/changelog/labels.server";
import { publishEntry } from "~/models/feedback/changelog/publish-entry.server";
import { createEntry } from "~/models/feedback/changelog/write-entry.server";
import type { EntryStory } from "./entries";
import type { Stage, Step } from "./stage";
import { markdownOf } from "./story";

/** An entry of the changelog, after the posts that it brought had shipped. */
export function planEntry(story: EntryStory, { people: { mona }, chance, moment }: Stage): Step {
  const at = moment(story.day);
  const id = chance.id(at);
  const run = async (tx: Db) => {
    const draft = entryDraft.parse({
      title: story.title,
      body: markdownOf(story.body),
      labelIds: (await listLabels(tx))
        .filter(({ slug }) => story.labels.some((label) => label === slug))
        .map(({ id }) => id),
      postNumbers: (await findNumbers(tx, story.brings)).join(" "),
    });
    const { number } = await createEntry(tx, { viewer: mona, id, draft, at });
    if (story.isDraft) return;
    // Each of its posts has an answer of its own.
    await publishEntry(tx, { viewer: mona, number, tellsSubscribers: true, sayAnswer: () => "", at });
  };
  return { at, run };
}

async function findNumbers(tx: Db, titles: string[]): Promise<number[]> {
  if (titles.length === 0) return [];
  const found = await tx.select({ number: posts.number }).from(posts).where(inArray(posts.title, titles));
  return found.map(({ number }) => number);
}
