import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { deliverHere, messageId, publishing } from "#db/messages.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { withoutConsequences } from "../../core/events/consequences";
import { mayVote } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { statusesIn } from "./lifecycle";
import { visiblePosts } from "./visible-posts.server";

interface Vote {
  viewer: User;
  number: number;
  at?: Date;
}

/** How the vote stands afterwards; the same call again changes nothing. */
export interface Tally {
  voted: boolean;
  voteCount: number;
}

// A vote is one statement, and so one round trip: the post is held no longer than the database needs to count
// (docs/decisions/011).

/** Votes for a post and follows it. Throws votingLimited, notFound, postMerged or votingClosed. */
export async function castVote(db: Db, { viewer, number, at = new Date() }: Vote): Promise<Tally> {
  if (!mayVote(viewer)) throw new DomainError("votingLimited");
  const when = sql`${at.toISOString()}::timestamptz`;
  const voter = sql`${viewer.id}::uuid`;
  const { voteCount } = await vote(
    db,
    sql`with ${postHeldForVoting(db, viewer, number)},
      changed as (
        insert into votes (post_id, user_id, created_at) select id, ${voter}, ${when} from votable
        on conflict do nothing returning post_id
      ),
      -- Whoever has chosen a level before keeps it, be it muted; what a duplicate lent is one's own from now on.
      followed as (
        insert into follows (post_id, user_id, level, created_at)
        select post_id, ${voter}, 'milestones', ${when} from changed
        on conflict (post_id, user_id) do update set merged_from = null where follows.merged_from is not null
        returning xmax = 0 as is_new
      ),
      ${recorded(withoutConsequences("post.voted"), voter, when)},
      ${counted(sql`vote_count = vote_count + 1,
        follower_count = follower_count + (select count(*) from followed where is_new)`)}`,
  );
  return { voted: true, voteCount };
}

/** Takes the vote back; following goes on. Throws as {@link castVote} does. */
export async function withdrawVote(db: Db, { viewer, number, at = new Date() }: Vote): Promise<Tally> {
  const voter = sql`${viewer.id}::uuid`;
  const withdrawal = sql`with ${postHeldForVoting(db, viewer, number)},
    changed as (
      delete from votes using votable where post_id = votable.id and user_id = ${voter} returning post_id
    ),
    ${recorded(withoutConsequences("post.unvoted"), voter, sql`${at.toISOString()}::timestamptz`)},
    ${counted(sql`vote_count = vote_count - 1`)}`;
  const first = await vote(db, withdrawal);
  // A statement sees votes as they were when it began; one that was cast while it waited for its turn, it misses.
  const { voteCount } = first.hasChanged ? first : await vote(db, withdrawal);
  return { voted: false, voteCount };
}

/** `held` is the post as it stands once it is this vote's turn, `votable` the same if votes for it count. */
function postHeldForVoting(db: Db, viewer: User, number: number): SQL {
  const isHere = and(sql`${posts.number} = ${number}`, visiblePosts(db, viewer), isNull(posts.deletedAt));
  const isOpen = inArray(sql`held.status`, statusesIn("open", "active"));
  return sql`held as materialized (
      select id, status, merged_into, vote_count, hot, pinned_at from posts where ${isHere} for update of posts
    ),
    votable as materialized (select id from held where merged_into is null and ${isOpen})`;
}

const recorded = (type: "post.voted" | "post.unvoted", voter: SQL, when: SQL): SQL => sql`recorded as (
    insert into events (type, actor_id, post_id, data, created_at)
    select ${type}, ${voter}, post_id, '{}', ${when} from changed
  )`;

const counted = (changes: SQL): SQL => sql`counted as (
    update posts set ${changes} where id in (select post_id from changed) returning vote_count, hot
  ),
  ${touched}`;

/** As `Touch` has it; pinned posts stand in every list, in an order of their own. */
const touched = sql`touched as (
    select (jsonb_build_array('post ' || held.id) || case when held.pinned_at is not null then '["lists"]'
      else jsonb_build_array(
        jsonb_build_object('sort', 'top', 'from', held.vote_count, 'to', counted.vote_count),
        jsonb_build_object('sort', 'trending', 'from', held.hot, 'to', counted.hot)) end)::text as news
    from held, counted
  )`;

const outcome = (id: string): SQL => sql`select merged_into is not null as "isMerged",
    exists (select from votable) as "isVotable", exists (select from changed) as "hasChanged",
    coalesce((select vote_count from counted), held.vote_count) as "voteCount",
    (select news from touched), (select ${publishing(id, "pages", sql`news`)} from touched) as told
  from held`;

type Outcome = {
  isMerged: boolean;
  isVotable: boolean;
  hasChanged: boolean;
  voteCount: number;
  /** Null where nothing has changed. */
  news: string | null;
};

async function vote(db: Db, statement: SQL): Promise<Outcome> {
  const id = messageId();
  const [post] = await rows<Outcome>(db, sql`${statement} ${outcome(id)}`);
  if (post?.news) deliverHere(db, { id, topic: "pages", text: post.news });
  if (!post) throw new DomainError("notFound");
  if (post.isMerged) throw new DomainError("postMerged");
  if (!post.isVotable) throw new DomainError("votingClosed");
  return post;
}
