import type { TransactionSql } from "postgres";
import { htmlVersion } from "~/models/core/text/markdown.server";

/** Ten a post on average; whoever votes follows, and so does the author. */
export async function addVotes(sql: TransactionSql): Promise<void> {
  await sql`
    create temporary table taken_part on commit drop as
    select posts.id as post_id, people.id as user_id, by,
      pg_temp.later(posts.created_at, case by when 0 then 0 else 900 end, pg_temp.chance(number, by)) as created_at
    from posts cross join generate_series(0, vote_count) as by
    join people on people.place = pg_temp.participant(number, by)`;
  await sql`insert into votes (post_id, user_id, created_at)
    select post_id, user_id, created_at from taken_part where by > 0`;
  await sql`insert into follows (post_id, user_id, level, created_at)
    select post_id, user_id, (case when by % 50 = 7 then 'muted' when by % 10 = 3 then 'everything' else 'milestones' end)
      ::follow_level, created_at
    from taken_part`;
  await sql`insert into events (type, actor_id, post_id, data, created_at)
    select case by when 0 then 'post.submitted' else 'post.voted' end, user_id, post_id,
      case by when 0 then json_build_object('kind', kind, 'boardId', board_id)::jsonb else '{}' end, taken_part.created_at
    from taken_part left join posts on by = 0 and posts.id = post_id`;
}

/** Every fourth replies to one before it. Whoever comments has voted or is the author. */
export async function addComments(sql: TransactionSql): Promise<void> {
  await sql`
    insert into comments (id, post_id, author_id, parent_id, body_markdown, body_html, html_version, created_at)
    select pg_temp.id_at(said_at, 'comment ' || number || ' ' || turn), posts.id, people.id,
      case when parent is not null
        then pg_temp.id_at(pg_temp.said_at(posts.created_at, number, comment_count, parent),
          'comment ' || number || ' ' || parent) end,
      markdown, html, ${htmlVersion}, said_at
    from posts cross join generate_series(1, comment_count) as turn
    cross join lateral (select pg_temp.said_at(posts.created_at, number, comment_count, turn) as said_at,
      case when turn % 4 = 0 then turn - 1 - turn / 4 % 3 end as parent) as own
    join people on people.place =
      pg_temp.participant(number, (pg_temp.chance(number, turn + 500) * (vote_count + 1))::int % (vote_count + 1))
    join paragraphs on paragraphs.at = (number::bigint * 29 + turn) % (select count(*) from paragraphs)
    order by said_at`;
  await sql`insert into events (type, actor_id, post_id, comment_id, data, created_at)
    select 'comment.submitted', author_id, post_id, id, json_build_object('parentId', parent_id), created_at from comments`;
}

/** Whatever is not open any more was moved once, with an answer. */
export async function addMoves(sql: TransactionSql): Promise<void> {
  await sql`
    insert into moves (id, post_id, actor_id, "from", "to", answer_markdown, answer_html, created_at)
    select pg_temp.id_at(own.moved_at, 'move ' || number), posts.id, (select id from people where place = 1), before, status,
      markdown, html, own.moved_at
    from posts join previous using (status)
    cross join lateral (select pg_temp.later(created_at, 400, pg_temp.chance(number, 900)) as moved_at) as own
    join paragraphs on paragraphs.at = number::bigint * 37 % (select count(*) from paragraphs)
    where status <> 'open'`;
  await sql`insert into events (type, actor_id, post_id, data, created_at)
    select 'post.status_changed', actor_id, post_id,
      json_build_object('from', "from", 'to', "to", 'moveId', id, 'byAuthor', false), created_at
    from moves`;
  await sql`update posts set moved_at = moves.created_at from moves where moves.post_id = posts.id`;
}

/** Nobody but its author follows a duplicate: that is what it lends its original, unless they follow that anyway. */
export async function addMerges(sql: TransactionSql): Promise<void> {
  await sql`
    insert into merges (id, duplicate_id, original_id, actor_id, created_at)
    select pg_temp.id_at(merged_at, 'merge ' || number), id, merged_into, (select id from people where place = 1), merged_at
    from posts cross join lateral (select pg_temp.later(created_at, 30, pg_temp.chance(number, 901)) as merged_at) as own
    where merged_into is not null`;
  await sql`insert into events (type, actor_id, post_id, data, created_at)
    select 'post.merged', actor_id, duplicate_id, json_build_object('originalId', original_id, 'mergeId', id), created_at
    from merges`;
  await sql`
    with lent as (
      insert into follows (post_id, user_id, level, merged_from, created_at)
      select original.id, duplicate.author_id, 'milestones', duplicate.id, duplicate.created_at
      from posts as duplicate join posts as original on original.id = duplicate.merged_into
      where not exists (select from generate_series(0, original.vote_count) as by
        where pg_temp.participant(original.number, by) = pg_temp.participant(duplicate.number, 0))
      returning post_id
    )
    update posts set follower_count = follower_count + 1 from lent where posts.id = lent.post_id`;
}
