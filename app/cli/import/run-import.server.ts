import path from "node:path";
import type { Db } from "#db/client.server";
import { boardNames } from "~/models/admin/imports/board-names";
import { surveyHistory } from "~/models/admin/imports/history";
import { importFile } from "~/models/admin/imports/import-file.server";
import { NotUnderstood } from "~/models/admin/imports/not-understood";
import { openImport } from "~/models/admin/imports/open-import.server";
import { surveyRows } from "~/models/admin/imports/survey";
import { describeActivities, describeFormat, describePost, describeSurvey } from "./describe";
import { counted, formatNames, number, tallied } from "./labels";
import type { ImportOptions } from "./options";
import { progressBar, progressLines } from "./progress";
import { refusedRows } from "./refused-rows.server";

interface Surroundings {
  print: (line: string) => void;
  /** Called only when there is something to write. */
  withDatabase: <Result>(use: (db: Db) => Promise<Result>) => Promise<Result>;
  /** Whether a person looks on. */
  isTerminal: boolean;
  /** Where the list of refused rows goes. */
  folder: string;
}

/** Imports a file and tells what became of every row. Throws `NotUnderstood` when no posts can be made of it. */
export async function runImport(options: ImportOptions, surroundings: Surroundings): Promise<void> {
  const { file, isDryRun } = options;
  const { print, withDatabase, isTerminal, folder } = surroundings;
  const opened = await openImport({ ...options, path: file });
  const { csv, source } = opened;
  const about = csv ? describeFormat(csv, source) : [formatNames[opened.format]];
  print(`${file}: ${about.join("\n")}\n`);

  const question = csv?.dates.question;
  if (question && !isDryRun) throw new NotUnderstood({ code: "datesTwoWays", value: question });
  const refused = refusedRows(path.join(folder, `${path.parse(file).name}.refused.csv`));
  const reading = progressLines(print, (rows) => `${counted(rows, "row")} read`);
  const survey = await surveyRows(opened.rows(), { onRefusal: refused.add, onRow: reading.reach });
  const names = boardNames(survey.boards.keys());
  let hidden = 0;
  const tally = await surveyHistory(opened.history(), refused.add, () => (hidden += 1));
  print(`${[...describeSurvey(survey, names), ...describeActivities(tally, hidden)].join("\n")}\n`);

  if (isDryRun) {
    for (const post of survey.samples) print(describePost(post).join("\n"));
    print("\nThis was a dry run: nothing is written.");
  } else {
    const progress = isTerminal ? progressBar(survey.good) : writingLines(survey.good, print);
    const { imported, alreadyHere, added, importId } = await withDatabase((db) =>
      importFile(db, { file: opened, boardNames: names, onProgress: progress.reach }),
    ).finally(progress.end);
    print(`${number(imported)} imported, ${number(alreadyHere)} already here, ${number(survey.refused)} refused.`);
    if (tallied(added)) print(`With them ${tallied(added)}.`);
    print(`This import is ${importId}.`);
  }
  for (const line of refused.finish()) print(line);
}

const writingLines = (total: number, print: (line: string) => void) =>
  progressLines(print, (rows) => `${number(rows)} of ${counted(total, "row")}`);
