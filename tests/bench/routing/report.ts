import { percentile } from "../percentile";
import { table } from "../table";
import type { Measured } from "./measure";
import type { Split } from "./split";

type Part = Measured & Split;

/** Shares of the texts, on the mean of the parts; and milliseconds. */
const goals = { first: 0.75, amongThree: 0.9, proposing: 5 };
const thresholds = [0.3, 0.5, 0.7, 0.9];

export const areMet = (parts: Part[]): boolean => goalsOf(parts).every(({ isMet }) => isMet);

function goalsOf(parts: Part[]) {
  const first = mean(parts.map((part) => part.first));
  const amongThree = mean(parts.map((part) => part.amongThree));
  const time = mean(parts.flatMap(({ proposing }) => proposing));
  return [
    { name: "right at 1", wanted: `≥ ${goals.first}`, found: first.toFixed(3), isMet: first >= goals.first },
    {
      name: "right among three",
      wanted: `≥ ${goals.amongThree}`,
      found: amongThree.toFixed(3),
      isMet: amongThree >= goals.amongThree,
    },
    {
      name: "ms for a proposal",
      wanted: `≤ ${goals.proposing}`,
      found: time.toFixed(2),
      isMet: time <= goals.proposing,
    },
  ];
}

/** Everything that was found out, as Markdown that reads well as it is; the first part is the one that was asked about. */
export function writeReport(parts: Part[]): string {
  const [first] = parts;
  if (!first) throw new Error("Nothing was measured.");
  const categories = new Set(first.train.map(({ category }) => category)).size;
  const times = parts.flatMap(({ proposing }) => proposing);
  return `# Results of \`npm run bench:routing\`

- Rows to learn from: ${first.train.length}; to ask for: ${first.test.length}; categories: ${categories}
- Learned in ${mean(parts.map(({ learning }) => learning)).toFixed(0)} ms
- A proposal: ${mean(times).toFixed(2)} ms, 99 in 100 within ${percentile(0.99, times).toFixed(1)} ms
- Node ${process.version}

${qualityTable(parts)}

${certaintyTable(parts)}

${goalTable(parts)}
`;
}

function qualityTable(parts: Part[]): string {
  const header = ["Part", "Right at 1", "among three", "TF-IDF centroid at 1", "among three"];
  const values = parts.map(({ first, amongThree, baseline }) => [
    first,
    amongThree,
    baseline.first,
    baseline.amongThree,
  ]);
  const columns = header.slice(1).map((_, column) => values.map((row) => row[column] ?? 0));
  const rows: [string, number[]][] = values.map((row, i) => [String(i + 1), row]);
  if (parts.length > 1) {
    rows.push(["mean", columns.map(mean)], ["lowest", columns.map((column) => Math.min(...column))]);
  }
  return table(
    header,
    rows.map(([name, row]) => [name, ...row.map((value) => value.toFixed(3))]),
  );
}

/** What a threshold would let through, and how much of that is right. */
function certaintyTable(parts: Part[]): string {
  const all = parts.flatMap(({ certainty }) => certainty);
  const rows = thresholds.map((threshold) => {
    const sure = all.filter(({ probability }) => probability >= threshold);
    const right = sure.filter(({ isRight }) => isRight);
    const expected = mean(sure.map(({ probability }) => probability));
    return [`≥ ${threshold}`, share(sure.length / all.length), share(right.length / sure.length), share(expected)];
  });
  return table(["Said to be", "Texts", "Right", "Said on average"], rows);
}

const goalTable = (parts: Part[]): string =>
  table(
    ["Goal", "wanted", "found", "verdict"],
    goalsOf(parts).map(({ name, wanted, found, isMet }) => [name, wanted, found, isMet ? "met" : "**missed**"]),
    4,
  );

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const share = (value: number): string => value.toFixed(2);
