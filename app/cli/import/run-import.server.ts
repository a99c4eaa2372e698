import path from "node:path";
import type { Db } from "#db/client.server";
import { boardNames } from "~/models/imports/board-names";
import { importPosts } from "~/models/imports/import-posts.server";
import { openCsv } from "~/models/imports/open-csv.server";
import { surveyRows } from "~/models/imports/survey";
import type { Written } from "~/models/imports/write-posts.server";
import { describeFormat, describePost, describeSurvey } from "./describe";
import type { ImportOptions } from "./options";
import { progressBar, progressLines } from "./progress";
import { refusedRows } from "./refused-rows.server";
import { counted, number } from "./words";

interface Surroundings {
  print: (line: string) => void;
  /** Called only when there is something to write. */
  withDatabase: (use: (db: Db) => Promise<Written>) => Promise<Written>;
  /** Whether a person looks on. */
  isTerminal: boolean;
  /** Where the list of refused rows goes. */
  folder: string;
}

/** Imports a file and tells what became of every row. Throws `NotUnderstood` when no posts can be made of it. */
export async function runImport(options: ImportOptions, surroundings: Surroundings): Promise<void> {
  const { file, wanted, source, isDryRun } = options;
  const { print, withDatabase, isTerminal, folder } = surroundings;
  const csv = await openCsv({ path: file, wanted, source });
  print(`${file}: ${describeFormat(csv.format, csv.understanding, source).join("\n")}\n`);

  const refused = refusedRows(path.join(folder, `${path.parse(file).name}.refused.csv`));
  const reading = progressLines(print, (rows) => `${counted(rows, "row")} read`);
  const survey = await surveyRows(csv.rows(), { onRefusal: refused.add, onRow: reading.reach });
  const names = boardNames(survey.boards.keys());
  print(`${describeSurvey(survey, names).join("\n")}\n`);

  if (isDryRun) {
    for (const post of survey.samples) print(describePost(post).join("\n"));
    print("\nThis was a dry run: nothing is written.");
  } else {
    const progress = isTerminal ? progressBar(survey.good) : writingLines(survey.good, print);
    const { imported, alreadyHere } = await withDatabase((db) =>
      importPosts(db, { rows: csv.rows(), boardNames: names, onProgress: progress.reach }),
    ).finally(progress.end);
    print(`${number(imported)} imported, ${number(alreadyHere)} already here, ${number(survey.refused)} refused.`);
  }
  for (const line of refused.finish()) print(line);
}

const writingLines = (total: number, print: (line: string) => void) =>
  progressLines(print, (rows) => `${number(rows)} of ${counted(total, "row")}`);
