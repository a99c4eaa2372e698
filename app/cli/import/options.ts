import path from "node:path";
import { parseArgs } from "node:util";
import { readWanted, type Wanted } from "~/models/imports/columns";
import { cleanLine } from "~/models/text/clean";

export interface ImportOptions {
  file: string;
  wanted: Wanted;
  source: string;
  isDryRun: boolean;
}

export const usage = `npm run import -- FILE.csv [--dry-run] [--map title=Summary,body=Text] [--source NAME]

  --dry-run   shows what would be imported, and writes nothing
  --map       which column is what, where its name does not say so; body= leaves the body out
  --source    where the posts come from; the file's name otherwise. The same source again adds only what is new`;

/** Reads the command line; undefined when it names no file, or asks for help. */
export function readOptions(args: string[]): ImportOptions | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      map: { type: "string", multiple: true, default: [] },
      source: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1 || values.help) return;
  return {
    file,
    wanted: new Map(values.map.flatMap((map) => [...readWanted(map)])),
    source: cleanLine(values.source ?? "") || path.parse(file).name,
    isDryRun: values["dry-run"],
  };
}
