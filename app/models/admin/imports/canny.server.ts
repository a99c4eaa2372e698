import type { Encoding } from "../../core/text/encodings";
import { type Bundle, openBundle } from "./bundle.server";
import { personOf, readCannyHistory } from "./canny-history.server";
import { isCannyText, readCannyItems } from "./canny-items.server";
import { type CannyTables, isPublic, mergedInto, readCannyTables } from "./canny-tables.server";
import type { Field, Wanted } from "./columns";
import type { DateChoice } from "./date-column";
import type { ImportFile } from "./import-file";
import { countOf, listOf, objectOf, textOf } from "./json-fields";
import { NotUnderstood } from "./not-understood";
import { openCsv } from "./open-csv.server";
import { readRow } from "./read-row.server";
import type { Reading, Row } from "./row";
import { noVotes, restOfVotes, splitVotes, type Votes } from "./split-votes";
import type { StatusMap } from "./status-map";
import { readVoterList, voterColumns } from "./voter-list.server";

type Fields = Record<string, unknown>;

interface OpenCanny {
  path: string;
  wanted: Wanted;
  source: string;
  statuses: StatusMap;
  encoding?: Encoding;
  dates?: DateChoice;
}

/** Whether any file of a bundle begins as a response of Canny's API. */
export async function isCanny(bundle: Bundle): Promise<boolean> {
  // One is enough, and the first few show it.
  for (const name of bundle.names.slice(0, 20)) if (await beginsAsCanny(bundle, name)) return true;
  return false;
}

async function beginsAsCanny(bundle: Bundle, name: string): Promise<boolean> {
  for await (const piece of bundle.read(name)) if (piece.trim()) return isCannyText(piece);
  return false;
}

/**
 * Posts of Canny: its table with a row for each who voted, or responses of its API. Throws {@link NotUnderstood} where
 * a file is neither.
 */
export async function openCanny(options: OpenCanny): Promise<ImportFile> {
  const { path, source } = options;
  const bundle = await openBundle(path);
  if (await isCanny(bundle)) return openResponses(bundle, options);
  if (!bundle.isOneFile) throw new NotUnderstood({ code: "notThisFormat", format: "canny" });
  const csv = await openCsv({ ...options, dateColumns: voterColumns.at });
  return { format: "canny", source, csv, ...readVoterList(csv) };
}

/**
 * Responses of Canny's API as they come, page by page in an archive or a folder, or all in one file: posts with what
 * was merged into them, votes, comments, and what was said of their status. What only the team saw does not come.
 */
async function openResponses(bundle: Bundle, { source, statuses }: OpenCanny): Promise<ImportFile> {
  const tables = await readCannyTables(bundle);
  return {
    format: "canny",
    source,
    rows: () => readPosts(bundle, tables, { source, statuses }),
    history: () => readCannyHistory(bundle, tables),
  };
}

interface Reader {
  source: string;
  statuses: StatusMap;
}

async function* readPosts(bundle: Bundle, tables: CannyTables, reader: Reader): AsyncGenerator<Row> {
  const seen = new Set<string>();
  for await (const item of readCannyItems(bundle)) {
    if ("fault" in item) {
      yield item;
      continue;
    }
    const { line, kind, value: post } = item;
    const id = textOf(post.id);
    // Pages overlap where somebody posted while they were fetched.
    if (kind !== "post" || seen.has(id)) continue;
    seen.add(id);
    if (!isPublic(post)) {
      yield { line, fault: { code: "privateBoard" } };
      continue;
    }
    const [score, listed] = [countOf(post.score), tables.votes.get(id) ?? 0];
    const votes = (hasAuthor: boolean) =>
      score === undefined && listed === 0
        ? splitVotes(undefined, hasAuthor)
        : restOfVotes(score ?? 0, listed, hasAuthor);
    yield { line, ...readPost(post, reader, votes) };
    for (const { post: merged } of mergedInto(post)) {
      const isNew = !seen.has(textOf(merged.id));
      seen.add(textOf(merged.id));
      // They say neither board nor status of their own.
      if (isNew) yield { line, ...readPost({ ...merged, board: post.board }, reader, noVotes) };
    }
  }
}

function readPost(post: Fields, { source, statuses }: Reader, votes: (hasAuthor: boolean) => Votes): Reading {
  const author = personOf(post.author);
  const cells: Partial<Record<Field, string>> = {
    title: textOf(post.title),
    body: textOf(post.details),
    status: textOf(post.status),
    board: textOf(objectOf(post.board).name),
    author: author.name,
    email: author.email,
    created: textOf(post.created),
    id: textOf(post.id),
  };
  const tags = [...listOf(post.tags), post.category].map((tag) => textOf(objectOf(tag).name));
  return readRow((field) => cells[field] ?? "", source, { statuses, tags, votes });
}
