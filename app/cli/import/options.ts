import { parseArgs } from "node:util";
import type { Wanted } from "~/models/admin/imports/columns";
import { type DateChoice, dateChoices } from "~/models/admin/imports/date-column";
import { formats } from "~/models/admin/imports/import-file";
import { readMapping } from "~/models/admin/imports/read-mapping";
import type { StatusMap } from "~/models/admin/imports/status-map";
import { cleanLine } from "~/models/core/text/clean";

export interface ImportOptions {
  file: string;
  wanted: Wanted;
  statuses: StatusMap;
  source?: string;
  format?: string;
  encoding?: string;
  dates?: DateChoice;
  isDryRun: boolean;
}

export const usage = `npm run import -- FILE [--format FORMAT] [--dry-run] [--map title=Summary,body=Text] [--source NAME] [--encoding NAME] [--dates ORDER]

  FILE        also a folder or an archive with several, such as the pages of Canny's API
  --format    ${formats.join(", ")}; told by what is in the file otherwise
  --dry-run   shows what would be imported, and writes nothing
  --map       which column is what, where its name does not say so; body= leaves the body out.
              Also what a status of theirs is here: --map "in review=under_review"
  --source    where the posts come from; the format's name otherwise, and a CSV file's own.
              The same source again adds only what is new
  --encoding  what the file is written in, such as windows-1251, where a dry run shows nonsense
  --dates     day-first, month-first or leave-out: how 03/04/2025 is read where no other date of the file says so

npm run import -- --undo ID
              takes an import back, but for the posts that people have since added to`;

/** Reads the command line; undefined when it names neither a file nor an import, or asks for help. */
export function readOptions(args: string[]): ImportOptions | { undo: string } | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      map: { type: "string", multiple: true, default: [] },
      source: { type: "string" },
      format: { type: "string" },
      encoding: { type: "string" },
      dates: { type: "string" },
      undo: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [file] = positionals;
  if (values.undo && !file && !values.help) return { undo: values.undo.trim() };
  const dates = dateChoices.find((choice) => choice === values.dates);
  const isUnclear = values.dates !== undefined && !dates;
  if (!file || positionals.length > 1 || values.help || isUnclear) return;
  return {
    file,
    ...readMapping(values.map),
    source: cleanLine(values.source ?? "") || undefined,
    format: values.format,
    encoding: values.encoding,
    dates,
    isDryRun: values["dry-run"],
  };
}
