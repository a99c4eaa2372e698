import { z } from "zod";
import type { ArticleFile } from "#db/schema/help/moving";

const names = [
  "article",
  "title",
  "section",
  "language",
  "original",
  "audience",
  "slug",
  "redirects",
  "wordings",
] as const;

/** Values are written as JSON, which is YAML as well. */
export function writeArticleFile({ body, ...said }: ArticleFile): string {
  return `---\n${names.map((name) => `${name}: ${JSON.stringify(said[name])}\n`).join("")}---\n\n${body}\n`;
}

const shape = z.object({
  article: z.string().default(""),
  title: z.string().default(""),
  section: z.string().default(""),
  language: z.string().default(""),
  original: z.string().default(""),
  audience: z.string().default("public"),
  slug: z.string().default(""),
  redirects: z.array(z.string()).default([]),
  wordings: z.array(z.string()).default([]),
});

/** Undefined where the file does not begin with front matter that says what we know. */
export function readArticleFile(file: string): ArticleFile | undefined {
  const lines = file
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end === -1) return;
  const read = shape.safeParse(readFrontMatter(lines.slice(1, end)));
  if (!read.success) return;
  const original = read.data.original || read.data.language;
  const body = lines.slice(lines[end + 1] === "" ? end + 2 : end + 1).join("\n");
  return { ...read.data, original, body: body.endsWith("\n") ? body.slice(0, -1) : body };
}

/** Of YAML, what front matter is usually made of: values on their line, in quotes or not, and lists on it or below it. */
function readFrontMatter(lines: string[]): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  let list: string[] | undefined;
  for (const line of lines) {
    const item = /^\s*- (.*)$/.exec(line)?.[1];
    if (item !== undefined) {
      list?.push(String(readValue(item)));
      continue;
    }
    const [, name, value = ""] = /^([\w-]+):(.*)$/.exec(line) ?? [];
    if (!name) continue;
    list = value.trim() === "" ? [] : undefined;
    said[name] = list ?? readValue(value);
  }
  return said;
}

function readValue(text: string): unknown {
  const value = text.trim();
  if (/^["[]/.test(value)) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  const quoted = /^'(.*)'$/.exec(value)?.[1];
  return quoted === undefined ? value : quoted.replaceAll("''", "'");
}
