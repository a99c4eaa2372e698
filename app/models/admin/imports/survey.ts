import type { ImportedPost } from "./imported-post";
import { NotUnderstood } from "./not-understood";
import type { Remark, Row } from "./row";
import type { RowFault } from "./row-fault";

export interface Survey {
  good: number;
  refused: number;
  kinds: Map<string, number>;
  statuses: Map<string, number>;
  /** What the source calls each status, and what becomes of it: `Complete → shipped`. */
  mapped: Map<string, number>;
  /** As the file calls them. */
  boards: Map<string, number>;
  tags: Map<string, number>;
  /** Votes of which only the number is known. */
  importedVotes: number;
  /** The first few posts. */
  samples: ImportedPost[];
  /** How often each was made; beyond a hundred different ones the rest are left out. */
  remarks: Map<string, { remark: Remark; count: number }>;
}

export interface Refusal {
  line: number;
  fault: RowFault;
}

const mostSamples = 3;
const mostRemarks = 100;
/** More are neither boards nor tags: another column was taken for them. */
const most = { board: 1000, tags: 5000 } as const;

/**
 * Reads everything once and writes nothing: what there is to import, and what cannot be. Throws
 * {@link NotUnderstood} when the column for boards or tags cannot be one.
 */
export async function surveyRows(
  rows: AsyncIterable<Row>,
  { onRefusal, onRow }: { onRefusal: (refusal: Refusal) => void; onRow?: (rows: number) => void },
): Promise<Survey> {
  const survey: Survey = {
    good: 0,
    refused: 0,
    kinds: new Map(),
    statuses: new Map(),
    mapped: new Map(),
    boards: new Map(),
    tags: new Map(),
    importedVotes: 0,
    samples: [],
    remarks: new Map(),
  };
  for await (const row of rows) {
    if ("fault" in row) {
      survey.refused += 1;
      onRefusal(row);
    } else {
      addPost(survey, row.post);
      for (const remark of row.remarks) addRemark(survey, remark);
    }
    onRow?.(survey.good + survey.refused);
  }
  return survey;
}

function addPost(survey: Survey, post: ImportedPost): void {
  survey.good += 1;
  survey.importedVotes += post.importedVotes ?? 0;
  count(survey.kinds, post.kind);
  count(survey.statuses, post.status);
  const hasRoom = survey.mapped.size < mostRemarks;
  if (post.statusThere && hasRoom) count(survey.mapped, `${post.statusThere} → ${post.status}`);
  count(survey.boards, post.board);
  for (const tag of post.tags) count(survey.tags, tag);
  if (survey.samples.length < mostSamples) survey.samples.push(post);
  if (survey.boards.size > most.board) throw new NotUnderstood({ code: "tooMany", field: "board", max: most.board });
  if (survey.tags.size > most.tags) throw new NotUnderstood({ code: "tooMany", field: "tags", max: most.tags });
}

const once = new Set<Remark["code"]>(["dateUnread", "dateTwoWays", "votesUnread"]);

function addRemark(survey: Survey, remark: Remark): void {
  // Every one is another; one of them is enough to find them by.
  const key = once.has(remark.code) ? remark.code : JSON.stringify(remark);
  const known = survey.remarks.get(key);
  if (known) known.count += 1;
  else if (survey.remarks.size < mostRemarks) survey.remarks.set(key, { remark, count: 1 });
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
