import type { Encoding } from "../../core/text/encodings";
import { bodyFault } from "./body-fault";
import type { Activity, HistoryRow } from "./history";
import type { ImportFile } from "./import-file";
import { countOf, listOf, objectOf, textOf } from "./json-fields";
import { NotUnderstood } from "./not-understood";
import { plainName } from "./plain-name";
import { readDate } from "./read-date";
import type { JsonRecord } from "./read-json.server";
import { readJsonFile } from "./read-json-file.server";
import { readRow } from "./read-row.server";
import type { Row } from "./row";
import type { RowFault } from "./row-fault";
import type { StatusMap } from "./status-map";

type Issue = Record<string, unknown>;

interface OpenGithub {
  path: string;
  source: string;
  statuses: StatusMap;
  encoding?: Encoding;
}

/** Our status for each reason for which GitHub closes an issue, unless the person chooses another. */
const defaults: StatusMap = new Map([
  [plainName("not planned"), "declined"],
  [plainName("duplicate"), "declined"],
]);

/**
 * Issues as GitHub's API, `gh issue list --json` or GraphQL gives them, in whatever shape, without pull
 * requests. Accounts have no addresses there, so people are known by name alone. Throws {@link NotUnderstood} when
 * the first record is no issue.
 */
export async function openGithub({ path, source, statuses, encoding }: OpenGithub): Promise<ImportFile> {
  const all = new Map([...defaults, ...statuses]);
  await requireIssue(path, encoding);
  return {
    format: "github",
    source,
    rows: () => readIssues(path, { source, statuses: all, encoding }),
    history: () => readHistory(path, encoding),
  };
}

async function requireIssue(path: string, encoding?: Encoding): Promise<void> {
  for await (const record of unwrapped(path, encoding)) {
    const isIssue = "value" in record && textOf(record.value.title) !== "" && "number" in record.value;
    if (!isIssue) throw new NotUnderstood({ code: "notThisFormat", format: "github" });
    return;
  }
  throw new NotUnderstood({ code: "empty" });
}

/** GraphQL wraps each of its edges around a node, and has empty nodes where a search found something else. */
async function* unwrapped(path: string, encoding?: Encoding): AsyncGenerator<JsonRecord> {
  for await (const record of readJsonFile(path, encoding)) {
    if ("fault" in record) yield record;
    else {
      const value = "node" in record.value && !("title" in record.value) ? objectOf(record.value.node) : record.value;
      if (Object.keys(value).length > 0) yield { line: record.line, value };
    }
  }
}

async function* issuesOf(path: string, encoding?: Encoding): AsyncGenerator<JsonRecord> {
  for await (const record of unwrapped(path, encoding)) {
    if ("fault" in record || !isPullRequest(record.value)) yield record;
  }
}

const isPullRequest = (issue: Issue): boolean =>
  Boolean(issue.pull_request) || issue.isPullRequest === true || issue.__typename === "PullRequest";

type Reader = Pick<OpenGithub, "source" | "statuses" | "encoding">;

async function* readIssues(path: string, { source, statuses, encoding }: Reader): AsyncGenerator<Row> {
  for await (const record of issuesOf(path, encoding)) {
    if ("fault" in record) {
      yield record;
      continue;
    }
    const { line, value: issue } = record;
    // Nobody's issue has a thumb of its author's from the beginning.
    const importedVotes = voters(issue).length > 0 ? 0 : thumbs(issue);
    const votes = (hasAuthor: boolean) => ({ importedVotes, authorVotes: hasAuthor });
    yield { line, ...readRow(cellsOf(issue), source, { statuses, tags: labelsOf(issue), votes }) };
  }
}

function cellsOf(issue: Issue): Parameters<typeof readRow>[0] {
  const cells: Partial<Record<Parameters<Parameters<typeof readRow>[0]>[0], string>> = {
    title: textOf(issue.title),
    body: textOf(issue.body),
    kind: labelsOf(issue).join(","),
    status: statusOf(issue),
    board: repositoryOf(issue),
    author: textOf(objectOf(issue.user ?? issue.author).login),
    created: textOf(issue.created_at ?? issue.createdAt),
    id: idOf(issue),
  };
  return (field) => cells[field] ?? "";
}

const address = /github\.com\/(?:repos\/)?([^/\s]+\/[^/\s]+)/;

/** `owner/name`, or nothing where no address says so. */
function repositoryOf(issue: Issue): string {
  const url = [issue.repository_url, issue.html_url, issue.url].map(textOf).find((text) => address.test(text));
  return address.exec(url ?? "")?.[1] ?? "";
}

const idOf = (issue: Issue): string => `${repositoryOf(issue)}#${textOf(issue.number)}`;

/** A list as it is, or as GraphQL has it. */
function itemsOf(value: unknown): unknown[] {
  const { nodes, edges } = objectOf(value);
  return Array.isArray(value) ? value : [...listOf(nodes), ...listOf(edges).map((edge) => objectOf(edge).node)];
}

const labelsOf = (issue: Issue): string[] =>
  itemsOf(issue.labels)
    .map((label) => textOf(label) || textOf(objectOf(label).name))
    .filter(Boolean);

function statusOf(issue: Issue): string {
  const state = textOf(issue.state).toLowerCase();
  const reason = textOf(issue.state_reason ?? issue.stateReason)
    .toLowerCase()
    .replaceAll("_", " ");
  return state === "closed" && reason ? reason : state;
}

/** How many agreed, where only that is known. */
function thumbs(issue: Issue): number {
  const group = listOf(issue.reactionGroups)
    .map(objectOf)
    .find(({ content }) => content === "THUMBS_UP");
  return countOf(objectOf(issue.reactions)["+1"]) ?? countOf(objectOf(group?.users).totalCount) ?? 0;
}

/** A vote for each thumbs-up, where reactions are listed one by one. */
function voters(issue: Issue): Activity[] {
  return itemsOf(issue.reactions)
    .map(objectOf)
    .filter(({ content, user }) => (content === "+1" || content === "THUMBS_UP") && textOf(objectOf(user).login))
    .map(({ user, created_at, createdAt }) => ({
      kind: "vote",
      post: idOf(issue),
      person: { name: textOf(objectOf(user).login) },
      at: readDate(textOf(created_at ?? createdAt)),
    }));
}

async function* readHistory(path: string, encoding?: Encoding): AsyncGenerator<HistoryRow> {
  for await (const record of issuesOf(path, encoding)) {
    // A broken record was refused when its post was read.
    if ("fault" in record) continue;
    const { line, value: issue } = record;
    for (const activity of voters(issue)) yield { line, activity };
    for (const [i, comment] of itemsOf(issue.comments).map(objectOf).entries()) {
      yield { line, ...readComment(issue, comment, i) };
    }
  }
}

function readComment(issue: Issue, comment: Issue, place: number): { activity: Activity } | { fault: RowFault } {
  const body = textOf(comment.body);
  const fault = bodyFault(body);
  if (fault) return { fault };
  const id = `${idOf(issue)} ${textOf(comment.id) || textOf(comment.url) || place}`;
  const name = textOf(objectOf(comment.user ?? comment.author).login) || undefined;
  const at = readDate(textOf(comment.created_at ?? comment.createdAt));
  return { activity: { kind: "comment", post: idOf(issue), id, person: { name }, body, at } };
}
