import type { Reporter, Suite, TestCase } from "@playwright/test/reporter";
import { note } from "./notes";

/** The same for journeys in a browser. */
export default class NoteJourneys implements Reporter {
  #all: Suite | undefined;

  onBegin(_config: unknown, all: Suite): void {
    this.#all = all;
  }

  onEnd(): void {
    for (const test of this.#all?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === "flaky" || outcome === "unexpected") this.#note(test, outcome === "flaky");
    }
  }

  #note(test: TestCase, isFlaky: boolean): void {
    const errors = test.results.flatMap(({ errors }) => errors);
    const reasons = errors.map(({ message = "" }) => `    ${message.slice(0, 1500)}`);
    note({ test: test.titlePath().filter(Boolean).join(" > "), isFlaky, reasons });
  }
}
