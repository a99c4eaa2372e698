import { createHash } from "node:crypto";
import { cleanLine } from "../../core/text/clean";
import { clip } from "../../core/text/clip.js";
import type { Field } from "./columns";
import { importedPost, importLimits } from "./imported-post";
import { readAuthor } from "./read-author";
import { readCount } from "./read-count";
import { type DateOrder, orderOf, readDate } from "./read-date";
import { readKind } from "./read-kind";
import { readStatus } from "./read-status";
import type { Reading, Remark } from "./row";
import type { RowFault } from "./row-fault";
import { splitVotes, type Votes } from "./split-votes";
import { type StatusMap, statusHere } from "./status-map";

/** What is known of the rows of a source besides their cells. */
export interface Beyond {
  statuses?: StatusMap;
  /** Which of two numbers of a date is the day. */
  dateOrder?: DateOrder;
  /** Tags one by one, where they may have commas in them. */
  tags?: string[];
  /** What becomes of its votes, where that stands in no cell. */
  votes?: (hasAuthor: boolean) => Votes;
  /** Where the post stands on a site that has posts at such addresses as ours. */
  there?: { number: number; path: string };
}

/** Makes a post of a row's cells, or says what is wrong with them. `source` names the file for good. */
export function readRow(cell: (field: Field) => string, source: string, beyond: Beyond = {}): Reading {
  const created = cell("created").trim();
  const createdAt = readDate(created, beyond.dateOrder);
  const kind = readKind(cell("kind"));
  const status = readStatus(statusHere(cell("status"), beyond.statuses), kind.kind);
  const author = readAuthor(cell("author"), cell("email"));
  const hasAuthor = Boolean(author.name ?? author.email);
  const votes = readCount(cell("votes"));
  const parsed = importedPost.safeParse({
    title: cell("title"),
    body: cell("body"),
    kind: kind.kind,
    status,
    board: cleanLine(cell("board")) || source,
    tags: [...kind.tags, ...(beyond.tags ?? readTags(cell("tags")))],
    authorName: author.name,
    authorEmail: author.email,
    createdAt,
    ...(beyond.votes?.(hasAuthor) ?? splitVotes(votes, hasAuthor)),
    source,
    sourceId: sourceIdOf(cell, createdAt),
    statusThere: cleanLine(cell("status")) || undefined,
    numberThere: beyond.there?.number,
    pathThere: beyond.there?.path,
  });
  if (!parsed.success) return { fault: JSON.parse(parsed.error.issues[0]?.message ?? "") as RowFault };
  const remarks: Remark[] = [];
  if (!status && cell("status").trim()) remarks.push({ code: "statusUnknown", value: shown(cell("status")) });
  if (cleanLine(cell("title")).length > importLimits.title) remarks.push({ code: "titleCut", max: importLimits.title });
  if (cell("email").trim() && !author.email) remarks.push({ code: "noEmailAddress" });
  if (cell("votes").trim() && votes === undefined) remarks.push({ code: "votesUnread", value: shown(cell("votes")) });
  if (created && !createdAt) {
    remarks.push({ code: orderOf(created) === "either" ? "dateTwoWays" : "dateUnread", value: shown(created) });
  }
  return { post: parsed.data, remarks };
}

/** The beginning of a cell, enough to find it again. */
const shown = (text: string): string => clip(cleanLine(text), 40);

/** `a, b` or `a; b`, or a list as JSON writes it. */
function readTags(text: string): string[] {
  const list = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1] ?? text;
  return list.split(/[,;|]/).map((tag) => tag.trim().replace(/^"(.*)"$/, "$1"));
}

/** What the row is called where it comes from, or else what tells it from every other row there. */
function sourceIdOf(cell: (field: Field) => string, createdAt: Date | undefined): string {
  const id = cleanLine(cell("id")) || cleanLine(cell("url"));
  if (id) return id.length <= 200 ? id : digest(id);
  // Every repository counts for itself.
  const number = cleanLine(cell("number"));
  if (number) return digest(cell("board"), number);
  return digest(cell("board").trim(), cell("title").trim(), createdAt?.toISOString() ?? "", cell("body").trim());
}

function digest(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
