import os from "node:os";
import { percentile } from "../percentile";
import { table } from "../table";
import { type Asked, recall } from "./measure";

interface Findings {
  small: Asked[];
  large: Asked[];
  /** All that was asked of the large portal, several times over. */
  times: Asked[];
  size: number;
  seconds: number;
}

const meaning = "other words";

/** Everything that was found out, as Markdown that reads well as it is. */
export function writeReport({ small, large, times, size, seconds }: Findings): string {
  const classes = [...new Set(large.map(({ question }) => question.class))].filter((name) => name !== meaning);
  const of = (asked: Asked[], name: string) => asked.filter(({ question }) => question.class === name);
  const not = (asked: Asked[]) => asked.filter(({ question }) => question.class !== meaning);
  const row = (name: string, few: Asked[], many: Asked[]) => [
    name,
    `${many.length}`,
    recall(few).toFixed(3),
    recall(many).toFixed(3),
  ];
  const rows = [
    ...classes.map((name) => row(name, of(small, name), of(large, name))),
    row("**together** (goal 0.95)", not(small), not(large)),
    row("other words for it (goal 0.7)", of(small, meaning), of(large, meaning)),
  ];
  const milliseconds = times.map((one) => one.milliseconds);
  const at = (share: number) => percentile(share, milliseconds).toFixed(1);
  const load = os.loadavg().map((one) => one.toFixed(1));
  return `# Results of \`npm run bench:search\`

Whether the post that is meant is among the first five, on portals of 20 posts and on one of ${size}.

${table(["Question", "Asked", "20 posts", `${size} posts`], rows)}

${table(["Of one question, milliseconds", "p50", "p95", "p99"], [[`${milliseconds.length} questions at ${size} posts`, at(0.5), at(0.95), at(0.99)]])}

- Goal: p99 at most 60 ms. Time is of \`searchPosts\`, from question to answer, the database in it, one question at a time.
- ${os.cpus().length} processors; load averages at the end: ${load.join(", ")}. Node ${process.version}.
- The large portal was made in ${seconds.toFixed(0)} s: the posts that are meant, the reports, and mixtures of titles and sentences of reports that nobody asks for.
`;
}
