import { z } from "zod";
import { cleanLine, cleanText, hasVisibleCharacter } from "../../core/text/clean";
import { clip } from "../../core/text/clip.js";
import * as field from "../../core/text/fields";
import { nameLimits } from "../../core/users/draft";
import { boardLimits } from "../../feedback/boards/draft";
import { statuses } from "../../feedback/posts/lifecycle";
import { kinds } from "../../feedback/posts/list-filter";
import { tagLimits } from "../../feedback/tags/draft";
import type { RowFault } from "./row-fault";

/** Wider than the forms': what was written elsewhere is kept. Characters, and bytes of UTF-8. */
export const importLimits = { title: 300, bodyBytes: 256 * 1024, tags: 20 } as const;

const says = (fault: RowFault): string => JSON.stringify(fault);

/** A post as every importer hands it on, whatever file or service it comes from. */
export const importedPost = z.object({
  title: z
    .string()
    .transform(cleanLine)
    .refine(hasVisibleCharacter, says({ code: "noTitle" }))
    .transform((title) => cut(title, importLimits.title)),
  body: z
    .string()
    .transform(cleanText)
    .refine(fits, says({ code: "bodyTooLarge", bytes: importLimits.bodyBytes })),
  kind: z.enum(kinds),
  status: z.enum(statuses).default("open"),
  board: name(boardLimits.name.max),
  tags: z
    .array(name(tagLimits.name.max))
    .transform((tags) => [...new Set(tags.filter(Boolean))].slice(0, importLimits.tags)),
  authorName: name(nameLimits.max).optional(),
  authorEmail: field.email().optional(),
  createdAt: z.date().optional(),
  /** Votes there of which only the number is known, and whether the author has one beside them. */
  importedVotes: z.number().int().min(0).optional(),
  authorVotes: z.boolean().optional(),
  /** Whether an author who is known follows it: so they do unless followers are listed. */
  authorFollows: z.boolean().optional(),
  /** What its status is called there. */
  statusThere: name(100).optional(),
  /** The public number it has there, and the path of its page. */
  numberThere: z.number().int().min(1).max(1_000_000_000).optional(),
  pathThere: z.string().startsWith("/").max(500).optional(),
  /** Where the post comes from, and what it is called there: together they tell it from every other. */
  source: name(100),
  sourceId: z.string().transform(cleanLine).pipe(z.string().min(1).max(200)),
});

export type ImportedPost = z.output<typeof importedPost>;

/** One line, cut where it is too long. */
function name(max: number) {
  return z.string().transform((text) => cut(cleanLine(text), max));
}

/** Cuts a text after `max` characters, and never through one. */
function cut(text: string, max: number): string {
  return text.length <= max ? text : `${clip(text, max - 1)}…`;
}

function fits(body: string): boolean {
  const surely = body.length * 3 <= importLimits.bodyBytes;
  return surely || new TextEncoder().encode(body).length <= importLimits.bodyBytes;
}
