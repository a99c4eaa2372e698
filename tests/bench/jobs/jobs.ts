import { writeFile } from "node:fs/promises";
import { table } from "../table";
import { measureIdleDemo } from "./idle-demo";
import { measureLoad } from "./load";

// `npm run bench:jobs`: comments as fast as a busy portal gets them, until the last follower is notified; and what a portal
// costs with nobody there. Ends with 1 where a goal is missed. Goes to JOBS.md as well.

const seconds = Number(process.env.BENCH_JOB_SECONDS) || 60;
const load = await measureLoad({ seconds, perSecond: 50, followers: 5, posts: 20 });
const demo = await measureIdleDemo(seconds);

const judge = (isMet: boolean) => (isMet ? "met" : "**missed**");
const goals = [
  ["from the last comment to the last follower (s)", load.lag.toFixed(1), "≤ 10", judge(load.lag <= 10)],
  ["the demo, idle (% of a core)", demo.percent.toFixed(2), "< 1", judge(demo.percent < 1)],
  ["a portal, idle (statements a second)", load.idle.statements.toFixed(1), "< 5", judge(load.idle.statements < 5)],
];
const facts = [
  ["comments", String(load.comments)],
  ["… a second", (load.comments / load.took).toFixed(1)],
  ["notifications", String(load.notifications)],
  ["jobs waiting at most", String(load.mostWaiting)],
  ["processor time of the app for one comment's jobs (ms)", load.perComment.toFixed(1)],
  ["a portal on PostgreSQL, idle (% of a core)", load.idle.percent.toFixed(2)],
];
const report = `# Results of \`npm run bench:jobs\`

${load.comments} comments, 50 a second, on 20 posts that five people follow, are written by the product's own command in a process of
its own; a process as in production (\`npm start\`) does what follows. Idle means: the same process, asked for its first page
once, and nobody there; statements are counted by pg_stat_statements, processor time by the kernel. The demo is \`npm run
demo\` on the embedded database, a minute after it was ready, for ${seconds} s.

${table(["", "measured", "goal", ""], goals)}

${table(["", ""], facts)}
`;
console.log(report);
if (seconds >= 60) await writeFile(new URL("JOBS.md", import.meta.url), report);
process.exit(goals.some(([, , , verdict]) => verdict !== "met") ? 1 : 0);
