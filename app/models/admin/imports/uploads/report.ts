import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { Field } from "../columns";
import type { DateColumn } from "../date-column";
import type { Tally } from "../history";
import type { FileFault } from "../not-understood";
import type { Remark } from "../row";
import type { Refusal } from "../survey";

/** How often each name comes. */
export type Counted = [name: string, count: number][];

/** The beginning of a post as it would be here. */
export interface Sample {
  title: string;
  kind: PostKind;
  status: PostStatus;
  board: string;
  tags: string[];
  author?: string;
  /** As ISO 8601 writes it. */
  createdAt?: string;
  beginning: string;
}

/** A status of the file, and what becomes of it here: as an idea, as a bug, or both. */
export interface StatusThere {
  there: string;
  here: PostStatus[];
  count: number;
}

/** How a CSV file was read; places of columns are counted from 0. */
interface CsvReading {
  encoding: string;
  separator: string;
  /** A line that shows whether the encoding is right, where the file does not say it itself. */
  sample?: string;
  header: string[];
  places: Partial<Record<Field, number>>;
  /** Not in reports from before dates were asked for. */
  dates?: DateColumn;
}

/** What a dry run found in a file. Stored as JSON, so fields keep their names. */
export interface UploadReport {
  format: string;
  source: string;
  csv?: CsvReading;
  good: number;
  refused: number;
  kinds: Counted;
  statuses: StatusThere[];
  /** All of them, as the file calls them. */
  boards: Counted;
  /** The most frequent ones, and how many there are. */
  tags: Counted;
  tagCount: number;
  people: number;
  /** Activities by kind; stored under this name. */
  deeds: Tally;
  /** Comments that not everybody could see there: they do not come. */
  hiddenComments: number;
  /** Votes of which only the number is known. */
  importedVotes: number;
  remarks: { remark: Remark; count: number }[];
  /** The first ones. */
  samples: Sample[];
  refusals: Refusal[];
}

/** Why a file did not go on: something about it, or something that nobody expected, after which it is tried again. */
export type UploadFault = FileFault | { code: "unexpected" };

/** All that an import would write, as far as rows are counted while it does. */
export const countRows = ({ good, deeds }: UploadReport): number =>
  good + Object.values(deeds).reduce((sum, some) => sum + some, 0);
