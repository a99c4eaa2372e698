import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import { plainText } from "./plain-text";
import { seenByAll } from "./seen-by-all.server";

/** What a post says, with all that counts as its own: bug fields, duplicates and comments; as plain text. */
export interface PostTexts {
  id: string;
  number: number;
  kind: PostKind;
  status: PostStatus;
  boardId: number;
  tagIds: number[];
  voteCount: number;
  title: string;
  body: string;
  duplicates: string[];
  comments: string[];
}

type Row = Record<string, unknown> & {
  id: string;
  number: number;
  kind: PostKind;
  status: PostStatus;
  board_id: number;
  tag_ids: number[];
  vote_count: number;
  title: string;
  body_html: string;
  bug_html: string | null;
  duplicates: string[] | null;
  comments: string[] | null;
};

/** Comments of one post that are searched: the first. */
const mostComments = 500;

/** The texts of those among some posts that lists show, whoever looks. */
export async function readTexts(db: Db, postIds: SQL): Promise<PostTexts[]> {
  const found = await rows<Row>(
    db,
    sql`select posts.id, posts.number, posts.kind, posts.status, posts.board_id, to_json(posts.tag_ids) as tag_ids,
        posts.vote_count, posts.title, posts.body_html,
        (select concat_ws(' ', steps_html, expected_html, actual_html, version) from bug_details
          where post_id = posts.id) as bug_html,
        (select json_agg(concat_ws(' ', replace(merged.title, '<', '&lt;'), merged.body_html) order by merged.number)
          from posts as merged join boards as theirs on theirs.id = merged.board_id
          where merged.merged_into = posts.id and merged.deleted_at is null
            and ${seenByAll}) as duplicates,
        (${commentsOf}) as comments
      from posts join boards on boards.id = posts.board_id
      where posts.id in (${postIds}) and posts.deleted_at is null and posts.merged_into is null`,
  );
  return found.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    boardId: row.board_id,
    tagIds: row.tag_ids,
    voteCount: row.vote_count,
    title: row.title,
    body: plainText(`${row.body_html} ${row.bug_html ?? ""}`),
    duplicates: (row.duplicates ?? []).map(plainText),
    comments: (row.comments ?? []).map(plainText),
  }));
}

/** On the post, or on a duplicate of it; never what everybody who sees the post may not see, too. */
const commentsOf = sql`select json_agg(body_html order by created_at) from (
    select comments.body_html, comments.created_at
      from posts as homes join boards as theirs on theirs.id = homes.board_id
      join comments on comments.post_id = homes.id
      where (homes.id = posts.id or homes.merged_into = posts.id) and ${seenByAll}
        and comments.deleted_at is null and homes.deleted_at is null
      order by comments.created_at limit ${mostComments}) as said`;
