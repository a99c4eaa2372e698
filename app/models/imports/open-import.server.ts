import { open } from "node:fs/promises";
import path from "node:path";
import type { Wanted } from "./columns";
import { isFiderBackup, openFider } from "./fider.server";
import { openGithub } from "./github.server";
import { type Format, formats, type ImportFile } from "./import-file";
import { NotUnderstood } from "./not-understood";
import { openCsv } from "./open-csv.server";
import type { StatusMap } from "./status-map";
import { isUserVoice, openUserVoice, readCsvHeader } from "./uservoice.server";
import { listZip } from "./zip-archive.server";

export interface OpenImport {
  path: string;
  wanted: Wanted;
  statuses: StatusMap;
  /** What the posts' ids belong to; the format's own name, or the file's, otherwise. */
  source?: string;
  /** Told by what is in the file otherwise. */
  format?: string;
}

/** Finds out what a file holds. Throws {@link NotUnderstood} when no posts can be made of it. */
export async function openImport(options: OpenImport): Promise<ImportFile> {
  const format = options.format === undefined ? await recognise(options.path) : readFormat(options.format);
  const source = options.source || (format === "csv" ? path.parse(options.path).name : format);
  switch (format) {
    case "csv":
      return openAnyCsv({ ...options, source });
    case "fider":
      return openFider({ ...options, source });
    case "github":
      return openGithub({ ...options, source });
    case "uservoice":
      return openUserVoice({ ...options, source });
  }
}

function readFormat(name: string): Format {
  const format = formats.find((one) => one === name.trim().toLowerCase());
  if (!format) throw new NotUnderstood({ code: "unknownFormat", name });
  return format;
}

async function recognise(file: string): Promise<Format> {
  const beginning = await readBeginning(file);
  if (beginning.startsWith("PK\u0003\u0004")) {
    if (isFiderBackup(await listZip(file))) return "fider";
    throw new NotUnderstood({ code: "noKnownFormat" });
  }
  if (/^\s*[[{]/.test(beginning.replace(/^ï»¿/, ""))) return "github";
  return isUserVoice(await readCsvHeader(file)) ? "uservoice" : "csv";
}

/** The first bytes, a character each. */
async function readBeginning(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead).toString("latin1");
  } finally {
    await handle.close();
  }
}

async function openAnyCsv(options: OpenImport & { source: string }): Promise<ImportFile> {
  const { format, understanding, rows } = await openCsv(options);
  return { format: "csv", source: options.source, csv: { format, understanding }, rows, async *history() {} };
}
