import { type SQL, sql } from "drizzle-orm";
import type { Crowd } from "./crowd";
import { ago, crowded, idOf } from "./numbers";

/** The first sixty are the member's. Every 25th of the first is a duplicate of post 1, every 50th is deleted. */
export const posts = ({ memberId, staffId, boardId, hiddenBoardId }: Crowd, numbers: SQL): SQL[] => [
  sql`insert into posts (id, number, kind, status, board_id, author_id, title, body_markdown, body_html, html_version,
      excerpt, tag_ids, vote_count, comment_count, follower_count, unsolved_count, created_at, pinned_at, deleted_at, merged_into)
    select ${idOf("post")}, i, 'idea', case when i % 7 = 3 then 'shipped' else 'open' end::post_status,
      case when i % 10 = 9 then ${hiddenBoardId}::int else ${boardId}::int end,
      case when i <= 60 then ${memberId}::uuid else ${idOf("user")} end,
      'Theme' || i % 300 || ' for night' || i % 200 || ' mode' || i % 170, 'Please.', '<p>Please.</p>', 1, 'Please.',
      array[1 + i % 3], i % 90, 2, 2, case when i % 7 = 3 then 2 else 0 end, ${ago("7 minutes")}, case when i in (2, 4) then now() end,
      case when i % 50 = 0 then now() end, case when i % 25 = 5 and i < 500 then ${idOf("post", 1)} end
    from ${numbers}`,
  sql`insert into merges (id, duplicate_id, original_id, actor_id)
    select ${idOf("merge")}, ${idOf("post")}, ${idOf("post", 1)}, ${staffId}::uuid
    from ${numbers} where i % 25 = 5 and i < 500`,
  ...["votes", "follows"].flatMap((table) => {
    const [columns, values] = table === "votes" ? [sql``, sql``] : [sql`, level`, sql`, 'milestones'::follow_level`];
    const add = (post: SQL, user: SQL, where: SQL) =>
      sql`insert into ${sql.raw(table)} (post_id, user_id, created_at${columns})
        select ${post}, ${user}, ${ago("5 minutes")}${values} from ${numbers} where ${where}`;
    return [
      add(idOf("post"), idOf("user"), sql`i > 1`),
      add(idOf("post", 1), idOf("user"), sql`i <= ${crowded}`),
      add(idOf("post"), sql`${memberId}::uuid`, sql`i <= ${crowded}`),
    ];
  }),
  sql`insert into solution_checks (post_id, user_id, is_solved, answered_at)
    select ${idOf("post", sql`i - i % 7 + 3`)}, ${idOf("user")}, i % 2 = 0, now() from ${numbers}
    where i % 7 >= 3`,
];
