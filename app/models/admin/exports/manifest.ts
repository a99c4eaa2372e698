import { z } from "zod";

export const formatName = "groundswell-export";
export const formatVersion = 1;
export const manifestPath = "manifest.json";

const file = z.object({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string() });

export type ExportedFile = z.infer<typeof file>;

/** The manifest of an export: versions, tables, and size and hash of each file. */
export const manifestShape = z.object({
  format: z.literal(formatName),
  formatVersion: z.number().int(),
  /** When the last migration was made that its database had. */
  schemaVersion: z.number().int(),
  appVersion: z.string(),
  createdAt: z.string(),
  csv: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.number().int().nonnegative(),
      files: z.array(file),
      leftOutColumns: z.array(z.string()),
      because: z.string(),
      /** The next number that the database gives out, where it numbers rows. */
      next: z.number().int().nullable(),
    }),
  ),
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** Files that people have attached. */
  attachments: z.array(file),
});

export type Manifest = z.infer<typeof manifestShape>;
