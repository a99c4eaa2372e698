import type { UploadChoices } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { cleanLine } from "../../../core/text/clean";
import { clip } from "../../../core/text/clip.js";
import type { Encoding } from "../../../core/text/encodings";
import type { Field } from "../columns";
import type { DateChoice } from "../date-column";
import { plainName } from "../plain-name";
import type { UploadFault, UploadReport } from "./report";

/** What the form of a dry run says; it says everything, also what nobody has touched. */
export interface Chosen {
  /** Told by what is in the file otherwise. */
  format?: string;
  /** The same. */
  encoding?: Encoding;
  /** Undefined asks where the file does not say. */
  dates?: DateChoice;
  source: string;
  boardId?: number;
  /** The place of each field's column, counted from 0; undefined wants none. */
  columns: [field: Field, place: number | undefined][];
  /** Undefined leaves it to the file's own words. */
  statuses: [there: string, here: PostStatus | undefined][];
}

interface Found {
  report: UploadReport | null;
  fault: UploadFault | null;
}

/** The names of a file's columns, as far as it was understood. */
export const headerOf = ({ report, fault }: Found): string[] =>
  (fault && "header" in fault ? fault.header : report?.csv?.header) ?? [];

/** What is to be kept of a form: whatever differs from how the file would be read anyway. */
export function applyChoices(before: UploadChoices, chosen: Chosen, found: Found): UploadChoices {
  const { format, encoding, dates, boardId } = chosen;
  const source = clip(cleanLine(chosen.source), 100);
  const isRead = format === before.format;
  return {
    format,
    encoding,
    dates,
    source: (source !== found.report?.source ? source : before.source) || undefined,
    boardId,
    // Columns mean something else in another format.
    columns: isRead ? columnsOf(before, chosen, found) : {},
    statuses: Object.fromEntries(
      chosen.statuses.flatMap(([there, here]) => (here ? [[plainName(there), here] as const] : [])),
    ),
  };
}

function columnsOf(before: UploadChoices, { columns }: Chosen, found: Found): UploadChoices["columns"] {
  const header = headerOf(found);
  const places = found.fault ? {} : (found.report?.csv?.places ?? {});
  const changed = columns.filter(([field, place]) => place !== (places as Partial<Record<Field, number>>)[field]);
  const wanted = changed.map(([field, place]) => [field, place === undefined ? "" : (header[place] ?? "")] as const);
  return { ...before.columns, ...Object.fromEntries(wanted) };
}
