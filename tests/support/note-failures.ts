import { appendFileSync } from "node:fs";
import type { Reporter, TestCase } from "vitest/node";

/**
 * Writes to the file at TEST_FAILURES what failed and why, and what passed only when it was repeated, so that tests/run.ts
 * can say it once more where a long output ends.
 */
export default class NoteFailures implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    const isFlaky = test.diagnostic()?.flaky;
    const file = process.env.TEST_FAILURES;
    if (!file || (state !== "failed" && !isFlaky)) return;
    const reasons = (errors ?? []).map(({ message, stacks }) => {
      const place = stacks?.[0];
      return `    ${message.slice(0, 1500)}${place ? `\n    at ${place.file}:${place.line}` : ""}`;
    });
    const verdict = isFlaky ? "passed only when repeated" : "failed";
    appendFileSync(file, `  ${verdict}: ${test.module.relativeModuleId} > ${test.fullName}\n${reasons.join("\n")}\n`);
  }
}
