import type { Reporter, TestCase } from "vitest/node";
import { note } from "./notes";

/** Notes what failed and why, and what passed only when it was repeated, so that tests/run.ts can name it. */
export default class NoteFailures implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    const isFlaky = test.diagnostic()?.flaky ?? false;
    if (state !== "failed" && !isFlaky) return;
    const reasons = (errors ?? []).map(({ message, stacks }) => {
      const place = stacks?.[0];
      return `    ${message.slice(0, 1500)}${place ? `\n    at ${place.file}:${place.line}` : ""}`;
    });
    note({ test: `${test.module.relativeModuleId} > ${test.fullName}`, isFlaky, reasons });
  }
}
