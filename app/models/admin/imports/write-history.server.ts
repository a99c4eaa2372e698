import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import { indexPosts } from "../../core/search-index/index-posts.server";
import { plainVersion, type Rendered } from "../../core/text/markdown.server";
import { addAnswers } from "./add-answers.server";
import { addComments } from "./add-comments.server";
import { addMerges } from "./add-merges.server";
import { addVotesAndFollows } from "./add-votes.server";
import { findOrCreateAuthors } from "./find-or-create-authors.server";
import type { Activity, ActivityKind, Tally } from "./history";
import type { Placed, Writing } from "./placed";
import { renderActivities } from "./render-activities.server";
import type { ImportRun } from "./start-import.server";
import { takeTurnsAtImporting } from "./take-turns.server";
import { updateCounts } from "./update-counts.server";

/**
 * Writes what people did elsewhere, all of it or, when anything fails, nothing. What is here already, and what
 * belongs to a post that is not here, is left out. It is history: nobody is told, and nobody follows by it.
 * For whoever runs the portal's programs; a page in front of this has to check `mayAdminister`.
 */
export async function writeHistory(
  db: Db,
  { batch, run, at = new Date() }: { batch: Activity[]; run: ImportRun; at?: Date },
): Promise<Tally> {
  const rendered = await renderActivities(batch);
  return db.transaction(async (tx) => {
    await takeTurnsAtImporting(tx);
    const placed = await place(tx, batch, rendered, { run, at });
    const of = <Kind extends ActivityKind>(kind: Kind) =>
      placed.filter((activity): activity is Placed<Kind> => activity.kind === kind);
    const writing = { run, at };
    const vote = await addVotesAndFollows(tx, "vote", of("vote"), writing);
    const follow = await addVotesAndFollows(tx, "follow", of("follow"), writing);
    const comment = await addComments(tx, of("comment"), writing);
    const answer = await addAnswers(tx, of("answer"), writing);
    const merge = await addMerges(tx, of("merge"), writing);
    const tally = { vote, follow, comment, answer, merge };
    const count = vote + follow + comment + answer + merge;
    if (count === 0) return tally;
    const touched = [...new Set(placed.map(({ postId }) => postId))];
    await updateCounts(tx, touched);
    if (comment + answer + merge > 0) await indexPosts(tx, touched);
    await recordEvent(tx, { type: "import.added", actorId: null, data: { importId: run.id, count }, at });
    return tally;
  });
}

async function place(
  tx: Db,
  batch: Activity[],
  rendered: Map<Activity, Rendered>,
  { run, at }: Writing,
): Promise<Placed[]> {
  const ids = [...new Set(batch.map(({ post }) => post))];
  const found = await tx
    .select({ id: posts.id, sourceId: posts.sourceId })
    .from(posts)
    .where(and(eq(posts.source, run.source), inArray(posts.sourceId, ids)));
  const postIds = new Map(found.map(({ id, sourceId }) => [sourceId, id]));
  const here = batch.filter(({ post }) => postIds.has(post));
  const authors = new Map(
    here.map((activity) => {
      const { name: authorName, email: authorEmail } = activity.person;
      return [activity, { authorName, authorEmail, source: run.source }] as const;
    }),
  );
  const authorOf = await findOrCreateAuthors(tx, [...authors.values()], at);
  return [...authors].map(([activity, author]) => ({
    ...activity,
    postId: postIds.get(activity.post) ?? "",
    userId: authorOf(author),
    html: rendered.get(activity)?.html ?? "",
    version: rendered.get(activity)?.version ?? plainVersion,
  }));
}
