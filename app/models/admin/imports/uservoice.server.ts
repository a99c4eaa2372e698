import type { Encoding } from "../../core/text/encodings";
import type { Field, Wanted } from "./columns";
import { detectFormat } from "./csv-format.server";
import type { DateChoice } from "./date-column";
import type { ImportFile } from "./import-file";
import { NotUnderstood } from "./not-understood";
import { openCsv, readHeader } from "./open-csv.server";
import { plainName } from "./plain-name";
import type { StatusMap } from "./status-map";
import { readVoterList, type VoterColumns } from "./voter-list.server";

interface OpenUserVoice {
  path: string;
  wanted: Wanted;
  source: string;
  statuses: StatusMap;
  encoding?: Encoding;
  dates?: DateChoice;
}

/** What the columns are called: in the export of ideas, and in the one with a row for each voter. */
const columns: Partial<Record<Field, string[]>> = {
  title: ["suggestion.title", "idea title"],
  body: ["suggestion.body", "idea description"],
  status: ["status.name", "public status name"],
  board: ["forum.name", "forum name"],
  tags: ["labels.name", "labels"],
  author: ["idea creator name"],
  email: ["idea creator email address"],
  created: ["suggestion.created timestamp", "created timestamp"],
  id: ["suggestion.id", "idea id"],
  votes: [
    "suggestion.votes count",
    "suggestion.supporters count",
    "votes count",
    "supporters count",
    "idea votes count",
  ],
};

const voter: VoterColumns = {
  name: ["user name"],
  email: ["user email address"],
  at: ["linked idea creation date"],
};

/** Whether a header is UserVoice's. */
export function isUserVoice(header: string[]): boolean {
  const names = new Set(header.map(plainName));
  return (columns.id ?? []).some((id) => names.has(plainName(id)));
}

/** The header of a CSV file, or none where it has none that can be read. */
export async function readCsvHeader(path: string, encoding?: Encoding): Promise<string[]> {
  const format = await detectFormat(path, new Map(), encoding);
  return readHeader(path, format);
}

/**
 * Ideas of UserVoice; the export with a row for each voter brings the votes, and every idea once. Throws
 * {@link NotUnderstood} when it has no ideas.
 */
export async function openUserVoice({ wanted, ...options }: OpenUserVoice): Promise<ImportFile> {
  const { path, source, encoding } = options;
  const header = await readCsvHeader(path, encoding);
  if (!isUserVoice(header)) throw new NotUnderstood({ code: "notThisFormat", format: "uservoice" });
  const names = new Set(header.map(plainName));
  const own: Wanted = new Map();
  for (const [field, aliases] of Object.entries(columns) as [Field, string[]][]) {
    const column = aliases.find((alias) => names.has(plainName(alias)));
    if (column) own.set(field, column);
  }
  const csv = await openCsv({ ...options, wanted: new Map([...own, ...wanted]), dateColumns: voter.at });
  return { format: "uservoice", source, csv, ...readVoterList(csv, voter) };
}
