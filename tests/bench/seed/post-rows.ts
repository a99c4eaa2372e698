import type { TransactionSql } from "postgres";
import { htmlVersion } from "~/models/core/text/markdown.server";
import { patternCount } from "./patterns";
import { mostComments, type Size } from "./size";

/** The posts of three years, the oldest first. Every fiftieth voter has muted the post and does not count as follower. */
export async function addPosts(sql: TransactionSql, { posts }: Size): Promise<void> {
  await sql`
    insert into posts (id, number, kind, status, board_id, author_id, title, body_markdown, body_html, html_version,
      excerpt, tag_ids, vote_count, comment_count, follower_count, created_at, pinned_at, deleted_at, merged_into)
    select pg_temp.id_at(posted_at, 'post ' || number), number, patterns.kind, patterns.status, board_id, author.id,
      left(titles.beginning || ' ' || endings.ending, 140), first.markdown || E'\n\n' || second.markdown || E'\n\n' || mark,
      first.html || second.html || '<p>' || mark || E'</p>\n', ${htmlVersion},
      left(first.markdown || ' ' || second.markdown, 280), tag_ids, votes,
      case when is_discussed then ${mostComments} else comments end, 1 + votes - (votes + 43) / 50, posted_at,
      case when is_pinned then posted_at end, case when is_deleted then posted_at end,
      case when is_duplicate then pg_temp.id_at(pg_temp.posted_at(original), 'post ' || original) end
    from generate_series(1, ${posts}::int) as number
    cross join lateral (select pg_temp.posted_at(number) as posted_at, pg_temp.original_of(number) as original,
      'Seen in build ' || left(md5('build ' || number / 40), 7) || ', case ' || number * 17 || '.' as mark) as own
    join patterns on patterns.place = (number - 1) % ${patternCount}::int
    join people as author on author.place = pg_temp.participant(number, 0)
    join titles on titles.at = number % (select count(*) from titles)
    join titles as endings on endings.at = number::bigint * 31 / 7 % (select count(*) from titles)
    join paragraphs as first on first.at = number::bigint * 7 % (select count(*) from paragraphs)
    join paragraphs as second on second.at = number::bigint * 13 / 3 % (select count(*) from paragraphs)
    left join distinguished using (number)
    order by number`;
  await sql`update numbering set last = ${posts} where name = 'post'`;
  await sql`analyze posts`;
}

export async function addBugDetails(sql: TransactionSql): Promise<void> {
  await sql`
    insert into bug_details (post_id, steps_markdown, steps_html, expected_markdown, expected_html, actual_markdown,
      actual_html, version)
    select id, steps.markdown, steps.html, expected.markdown, expected.html, actual.markdown, actual.html,
      1 + number % 4 || '.' || number % 20
    from posts
    join paragraphs as steps on steps.at = number::bigint * 17 % (select count(*) from paragraphs)
    join paragraphs as expected on expected.at = number::bigint * 19 % (select count(*) from paragraphs)
    join paragraphs as actual on actual.at = number::bigint * 23 % (select count(*) from paragraphs)
    where kind = 'bug'`;
}
