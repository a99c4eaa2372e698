import { type SQL, sql } from "drizzle-orm";
import type { Crowd } from "./crowd";
import { ago, few, idOf } from "./numbers";

/** One that brought the first posts. */
export const importOfMany = "01900000-0000-7000-8000-00000001e7a0";

const report = {
  format: "csv",
  source: "old",
  good: 10,
  refused: 0,
  kinds: [["idea", 10]],
  statuses: [{ there: "Done", here: ["shipped"], count: 10 }],
  boards: [["Old", 10]],
  tags: [],
  tagCount: 0,
  people: 1,
  deeds: {},
  votesWithoutPeople: 0,
  remarks: [],
  samples: [],
  refusals: [],
};

/** Files that somebody sent, all of them looked at, and one that was imported. */
export const importedFiles = ({ staffId }: Crowd, numbers: SQL): SQL[] => [
  sql`insert into import_uploads (id, file_name, actor_id, state, report, created_at)
    select ${idOf("upload")}, 'file-' || i || '.csv', ${staffId}::uuid, 'checked', ${JSON.stringify(report)}::jsonb,
      ${ago("4 minutes")} from ${numbers} where i <= ${few}`,
  sql`insert into imports (id, source, format, keeps_numbers, finished_at)
    values (${importOfMany}::uuid, 'old', 'csv', false, now()) on conflict do nothing`,
  sql`insert into import_sources (source, kind, source_id, import_id, post_id, our_id)
    select 'old', 'post', i::text, ${importOfMany}::uuid, ${idOf("post")}, ${idOf("post")} from ${numbers}`,
];
