import { dirname, relative } from "node:path/posix";
import { toCamelCase } from "drizzle-orm/casing";
import { glob } from "tinyglobby";
import { languages } from "~/i18n/languages";

/** A module that exports all that the files of one kind export, so that a noun adds its file and no line anywhere. */
export interface List {
  /** From the top folder, as are `patterns`. */
  file: string;
  patterns: string[];
}

export const lists: List[] = [
  { file: "db/schema/index.ts", patterns: ["db/schema/*/*.ts"] },
  { file: "app/models/core/events/catalogue/index.ts", patterns: ["app/models/core/events/catalogue/*.ts"] },
  {
    file: "app/models/core/search-index/kinds/index.server.ts",
    patterns: ["app/models/core/search-index/kinds/*.server.ts"],
  },
  { file: "app/models/all-tellers.server.ts", patterns: ["app/models/*/*/teller.server.ts"] },
  { file: "app/jobs/mail/kinds/index.ts", patterns: ["app/jobs/mail/kinds/*.server.ts"] },
  { file: "emails/samples/index.ts", patterns: ["emails/samples/*.ts"] },
  { file: "tests/support/event-samples/index.ts", patterns: ["tests/support/event-samples/*.ts"] },
  ...languages.map((language) => ({
    file: `app/i18n/${language}/index.ts`,
    patterns: [`app/i18n/${language}/*.json`],
  })),
];

/** The text of such a module; texts go by the name of their file. */
export async function writeList({ file, patterns }: List): Promise<string> {
  const paths = await glob(patterns, { ignore: [file] });
  const bare = (path: string) => path.replace(/\.\w+$/, "");
  const sorted = paths.sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
  const lines = sorted.map((path) => exported(`./${relative(dirname(file), path)}`));
  return `// Written by npm run lists.\n${lines.join("")}`;
}

function exported(path: string): string {
  if (!path.endsWith(".json")) return `export * from "${path.replace(/\.ts$/, "")}";\n`;
  const name = toCamelCase(path.replace(/^.*\/|\.json$/g, ""));
  return `export { default as ${name} } from "${path}";\n`;
}
