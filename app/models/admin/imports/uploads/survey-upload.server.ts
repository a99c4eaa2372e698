import { cleanLine } from "../../../core/text/clean";
import { type HistoryRow, type Person, surveyHistory } from "../history";
import type { ImportFile } from "../import-file";
import type { ImportedPost } from "../imported-post";
import { plainName } from "../plain-name";
import type { Row } from "../row";
import { type Refusal, surveyRows } from "../survey";
import type { Counted, Sample, StatusThere, UploadReport } from "./report";

const most = { samples: 10, refusals: 50, statuses: 100, tags: 20 } as const;

/** What a dry run collects beside counting. */
interface Seen {
  people: Set<string>;
  statuses: Map<string, StatusThere>;
  samples: Sample[];
}

/** Reads a whole file and writes nothing. Throws `NotUnderstood` when a column cannot be what it was taken for. */
export async function surveyUpload(file: ImportFile, onProgress: (rows: number) => void): Promise<UploadReport> {
  const seen: Seen = { people: new Set(), statuses: new Map(), samples: [] };
  const refusals: Refusal[] = [];
  let refused = 0;
  const onRefusal = ({ line, fault }: Refusal) => {
    refused += 1;
    if (refusals.length < most.refusals) refusals.push({ line, fault });
  };
  let read = 0;
  let hiddenComments = 0;
  const onRow = () => onProgress((read += 1));
  const survey = await surveyRows(watchRows(file.rows(), seen, onRow), { onRefusal });
  const activities = await surveyHistory(watchHistory(file.history(), seen, onRow), onRefusal, () => {
    hiddenComments += 1;
  });
  return {
    format: file.format,
    source: file.source,
    csv: file.csv && { ...file.csv.format, ...file.csv.understanding, dates: file.csv.dates },
    good: survey.good,
    refused,
    kinds: byCount(survey.kinds),
    statuses: [...seen.statuses.values()].sort((a, b) => b.count - a.count),
    boards: byCount(survey.boards),
    tags: byCount(survey.tags).slice(0, most.tags),
    tagCount: survey.tags.size,
    people: seen.people.size,
    deeds: activities,
    hiddenComments,
    importedVotes: survey.importedVotes,
    remarks: [...survey.remarks.values()],
    samples: seen.samples,
    refusals,
  };
}

async function* watchRows(rows: AsyncIterable<Row>, seen: Seen, onRow: () => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    onRow();
    if ("post" in row) notePost(row.post, seen);
    yield row;
  }
}

async function* watchHistory(
  rows: AsyncIterable<HistoryRow>,
  { people }: Seen,
  onRow: () => void,
): AsyncGenerator<HistoryRow> {
  for await (const row of rows) {
    onRow();
    if ("activity" in row) notePerson(row.activity.person, people);
    yield row;
  }
}

function notePost(post: ImportedPost, { people, statuses, samples }: Seen): void {
  notePerson({ name: post.authorName, email: post.authorEmail }, people);
  if (samples.length < most.samples) samples.push(sampleOf(post));
  if (!post.statusThere) return;
  const name = plainName(post.statusThere);
  const known = statuses.get(name);
  if (!known && statuses.size >= most.statuses) return;
  const status = known ?? { there: post.statusThere, here: [], count: 0 };
  status.count += 1;
  if (!status.here.includes(post.status)) status.here.push(post.status);
  statuses.set(name, status);
}

function notePerson({ name, email }: Person, people: Set<string>): void {
  if (email || name) people.add(email ?? `name ${name}`);
}

function sampleOf(post: ImportedPost): Sample {
  const { title, kind, status, board, tags, authorName: author, createdAt, body } = post;
  const beginning = cleanLine(body.slice(0, 1000)).slice(0, 200).toWellFormed();
  return { title, kind, status, board, tags, author, createdAt: createdAt?.toISOString(), beginning };
}

const byCount = (counts: Map<string, number>): Counted => [...counts].sort(([, a], [, b]) => b - a);
