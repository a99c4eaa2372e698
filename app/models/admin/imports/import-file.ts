import type { Understanding } from "./columns";
import type { CsvFormat } from "./csv-format.server";
import type { DateColumn } from "./date-column";
import type { HistoryRow } from "./history";
import type { Row } from "./row";

export const formats = ["csv", "canny", "fider", "github", "quackback", "uservoice"] as const;

export type Format = (typeof formats)[number];

/** A file of any format as importing sees it. Each call reads it anew, from its beginning. */
export interface ImportFile {
  format: Format;
  source: string;
  /** What its columns were taken for, where it has any. */
  csv?: { format: CsvFormat; understanding: Understanding; dates: DateColumn };
  rows(): AsyncGenerator<Row>;
  history(): AsyncGenerator<HistoryRow>;
}
