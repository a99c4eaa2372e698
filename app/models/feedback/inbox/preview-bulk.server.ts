import { asc, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { countRecipientsOfMoves } from "../posts/count-recipients.server";
import { listedPosts } from "../posts/visible-posts.server";
import { type Change, judge, stampOf, type Verdict } from "./change";

/** What a change would do to each of some posts, and how many people would hear of it. */
export async function previewBulk(db: Db, viewer: User, { change, numbers }: { change: Change; numbers: number[] }) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const found = await db
    .select({
      id: posts.id,
      number: posts.number,
      kind: posts.kind,
      title: posts.title,
      status: posts.status,
      boardId: posts.boardId,
      tagIds: posts.tagIds,
      editedAt: posts.editedAt,
    })
    .from(posts)
    .where(sql`${inArray(posts.number, numbers)} and ${listedPosts(db, viewer)}`)
    .orderBy(asc(posts.number));
  const judged = found.map((post) => ({ ...post, stamp: stampOf(post), verdict: judge(change, post) as Verdict }));
  const changing = judged.filter(({ verdict }) => verdict === "changed").map(({ id }) => id);
  return {
    posts: judged,
    gone: numbers.filter((number) => !found.some((post) => post.number === number)),
    hearers: change.type === "move" ? await countRecipientsOfMoves(db, viewer.id, changing) : 0,
  };
}
