import path from "node:path";
import { type Encoding, readEncoding } from "../../core/text/encodings";
import { openCanny } from "./canny.server";
import type { Wanted } from "./columns";
import type { DateChoice } from "./date-column";
import { openFider } from "./fider.server";
import { openGithub } from "./github.server";
import { type Format, formats, type ImportFile } from "./import-file";
import { NotUnderstood } from "./not-understood";
import { openCsv } from "./open-csv.server";
import { openQuackback } from "./quackback.server";
import { recogniseFormat } from "./recognise-format.server";
import type { StatusMap } from "./status-map";
import { openUserVoice } from "./uservoice.server";

export interface OpenImport {
  path: string;
  wanted: Wanted;
  statuses: StatusMap;
  /** What the posts' ids belong to; the format's own name, or the file's, otherwise. */
  source?: string;
  /** Told by what is in the file otherwise. */
  format?: string;
  /** The same. */
  encoding?: string;
  /** How dates are read that could be two days; asked for where the file does not say. */
  dates?: DateChoice;
}

/** Finds out what a file holds. Throws {@link NotUnderstood} when no posts can be made of it. */
export async function openImport({ encoding: named, ...rest }: OpenImport): Promise<ImportFile> {
  const options = { ...rest, encoding: named === undefined ? undefined : knownEncoding(named) };
  const { encoding } = options;
  const format =
    options.format === undefined ? await recogniseFormat(options.path, encoding) : readFormat(options.format);
  const source = options.source || (format === "csv" ? path.parse(options.path).name : format);
  switch (format) {
    case "csv":
      return openAnyCsv({ ...options, source });
    case "canny":
      return openCanny({ ...options, source });
    case "fider":
      return openFider({ ...options, source });
    case "github":
      return openGithub({ ...options, source });
    case "quackback":
      return openQuackback({ ...options, source });
    case "uservoice":
      return openUserVoice({ ...options, source });
  }
}

function readFormat(name: string): Format {
  const format = formats.find((one) => one === name.trim().toLowerCase());
  if (!format) throw new NotUnderstood({ code: "unknownFormat", name });
  return format;
}

function knownEncoding(name: string): Encoding {
  const encoding = readEncoding(name);
  if (!encoding) throw new NotUnderstood({ code: "unknownEncoding", name });
  return encoding;
}

async function openAnyCsv(options: Parameters<typeof openCsv>[0]): Promise<ImportFile> {
  const { format, understanding, dates, rows } = await openCsv(options);
  return { format: "csv", source: options.source, csv: { format, understanding, dates }, rows, async *history() {} };
}
