import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Example } from "~/models/support/categories/learn";

const rows = z.array(z.object({ text: z.string(), category: z.string() }));

/** Examples as BANKING77 has them: text, category. Throws where a column is missing. */
export const readExamples = (file: string): Example[] =>
  rows.parse(parse(readFileSync(file), { bom: true, columns: true, skip_empty_lines: true }));
