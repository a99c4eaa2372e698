import { pathWithNode } from "./support/other-node";
import { type Part, runLanes } from "./support/parts";

// `npm run test:node`: on the other versions of Node that people have, all tests on the embedded database, and the program
// itself. `-- 24` is for one version alone, `-- --few` for what leans on Node most.

const supported = ["22", "24"];

/** Sockets, streams, compression, files, WebAssembly, a page without a browser. */
const few = [
  "tests/db/folder-lock.test.ts",
  "tests/env.test.ts",
  "tests/http/possible-request.test.ts",
  "tests/http/idle-connections.test.ts",
  "tests/integrations/freshdesk/client.test.ts",
  "tests/log.test.ts",
  "tests/models/admin/exports/export-portal.test.ts",
  "tests/models/core/text/markdown.test.ts",
];

const asked = process.argv.slice(2);
const isFew = asked.includes("--few");
const majors = asked.filter((word) => word !== "--few");
const vitest = "npx vitest run --reporter=default --reporter=./tests/support/note-failures.ts";
const playwright = "npx playwright test --project=program --reporter=list,./tests/support/note-journeys.ts";

/** Built by the Node that we have: what is tested is whether it runs. */
const build: Part = { name: "build", command: "node app/cli/build-if-needed.js" };
const versions = majors.length ? majors : supported;
/** Two versions side by side, with half of the machine each: what all tests import is loaded once for each. */
const share = versions.length > 1 ? "--maxWorkers=1" : "";
const lanes = versions.map((major): Part[] => {
  const env = { PATH: pathWithNode(major) };
  return [
    { name: `tests on Node ${major}`, command: `${vitest} ${share} ${isFew ? few.join(" ") : ""}`, env },
    {
      name: `the program on Node ${major}`,
      command: `${playwright} --output=test-results/${major} ${isFew ? "--grep=SIGTERM" : ""}`,
      env,
    },
  ];
});
const outcomes = [...(await runLanes([build])), ...(await runLanes(...lanes))];
console.log(`\n${outcomes.map(({ name, seconds }) => `${String(seconds).padStart(5)} s  ${name}`).join("\n")}`);
process.exit(outcomes.every(({ isPassed }) => isPassed) ? 0 : 1);
