import { type Field, fields, ignoredColumns } from "~/models/admin/imports/columns";
import type { DateColumn } from "~/models/admin/imports/date-column";
import type { Tally } from "~/models/admin/imports/history";
import type { ImportFile } from "~/models/admin/imports/import-file";
import type { ImportedPost } from "~/models/admin/imports/imported-post";
import type { Survey } from "~/models/admin/imports/survey";
import { counted, datesTwoWays, number, quoted, remark, tallied } from "./labels";

const separators = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars" };

/** How a file is written, and what its columns were taken for. */
export function describeFormat(
  { format, understanding, dates }: NonNullable<ImportFile["csv"]>,
  source: string,
): string[] {
  const { header, places } = understanding;
  const known = fields.filter((field) => places[field] !== undefined);
  const missing = fields.filter((field) => places[field] === undefined);
  const ignored = ignoredColumns(understanding);
  return [
    `${format.encoding.replace("utf", "UTF")}, separated by ${separators[format.separator]}`,
    ...(format.sample ? [`  such as  ${quoted([format.sample])}; if that is wrong, say --encoding`] : []),
    ...known.map((field) => `  ${field.padEnd(8)} from ${quoted([header[places[field] ?? -1] ?? ""])}`),
    ...describeDates(dates),
    ...(ignored.length > 0 ? [`  ignored  ${quoted(ignored)}`] : []),
    ...(missing.length > 0 ? [`  no column for ${missing.join(", ")}`] : []),
    `  source   ${quoted([source])}, each post known by ${identity(places)}`,
  ];
}

const orders = { "day-first": "the day first", "month-first": "the month first" } as const;

function describeDates({ order, example, question }: DateColumn): string[] {
  if (question) return [`  dates    ${datesTwoWays(question)}`];
  return order && example ? [`  dates    with ${orders[order]}, such as ${quoted([example])}`] : [];
}

function identity(places: Partial<Record<Field, number>>): string {
  if (places.id !== undefined) return "its id";
  if (places.url !== undefined) return "its url";
  return places.number === undefined ? "its board, title, date and body" : "its board and number";
}

/** Lines that say what a file holds: posts by kind, status and board, votes, comments and what is refused. */
export function describeSurvey(survey: Survey, boardNames: Map<string, string>): string[] {
  const boards = [...survey.boards].map(([original, count]) => [boardName(original, boardNames), count] as const);
  const votes = survey.importedVotes;
  return [
    `${counted(survey.good + survey.refused, "row")}, ${number(survey.refused)} refused`,
    `  kinds    ${counts(survey.kinds)}`,
    `  statuses ${counts(survey.statuses)}`,
    `  there    ${counts(survey.mapped)}`,
    `  boards   ${counts(boards)}`,
    `  tags     ${counts(survey.tags)}`,
    ...(votes > 0 ? [`  ${counted(votes, "vote")} of which only the number is known: imported votes`] : []),
    ...[...survey.remarks.values()].map(({ remark: said, count }) => `  ${counted(count, "row")}: ${remark(said)}`),
  ];
}

/** What people did, and how many comments stay behind because only the team saw them. */
export function describeActivities(tally: Tally, hidden: number): string[] {
  const activities = tallied(tally);
  return [
    ...(activities ? [`  with     ${activities}`] : []),
    ...(hidden > 0 ? [`  ${counted(hidden, "comment")} that not everybody could see there: left out`] : []),
  ];
}

function boardName(original: string, names: Map<string, string>): string {
  const name = names.get(original) ?? original;
  return name === original ? name : `${name} (${original})`;
}

const mostShown = 20;

function counts(some: Iterable<readonly [string, number]>): string {
  const sorted = [...some].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, mostShown).map(([name, count]) => `${name} ${number(count)}`);
  const rest = sorted.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${number(rest)} more`] : [])].join(", ") || "none";
}

/** One post in a few lines. */
export function describePost(post: ImportedPost): string[] {
  const { kind, status, board, tags, authorName, createdAt } = post;
  const facts = [kind, status, board, ...tags, authorName, createdAt?.toISOString()].filter(Boolean);
  const beginning = post.body.replace(/\s+/g, " ").slice(0, 100);
  return [`  ${post.title}`, `    ${facts.join(" · ")}`, ...(beginning ? [`    ${beginning}`] : [])];
}
