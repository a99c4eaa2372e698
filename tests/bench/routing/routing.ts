import { parseArgs } from "node:util";
import { measure } from "./measure";
import { readExamples } from "./read-examples";
import { areMet, writeReport } from "./report";
import { foldsOf } from "./split";

// `npm run bench:routing`: how often the category that is proposed for a ticket is the right one. Exits with 1 where it is
// not as often as it should be.
//
// --train FILE: examples, a CSV of text and category
// --test FILE: other examples, to ask for; or
// --hold-out SHARE: of the first file, which is not learned but asked for. All other such parts are asked for, too, each by
//   what was learned from the rest, and their mean counts.

const { values } = parseArgs({
  options: { train: { type: "string" }, test: { type: "string" }, "hold-out": { type: "string" } },
});
const { train: file, test, "hold-out": share } = values;
if (!file || (test === undefined) === (share === undefined)) {
  throw new Error("Say --train FILE, and either --test FILE or --hold-out SHARE.");
}
const examples = readExamples(file);
const splits = test === undefined ? foldsOf(examples, foldsIn(share)) : [{ train: examples, test: readExamples(test) }];
const measured = splits.map((split) => ({ ...split, ...measure(split) }));
console.log(writeReport(measured));
process.exitCode = areMet(measured) ? 0 : 1;

function foldsIn(share: string | undefined): number {
  const folds = Math.round(1 / Number(share));
  if (!(folds >= 2 && folds <= 100)) throw new Error("--hold-out is a share between 0.01 and 0.5.");
  return folds;
}
