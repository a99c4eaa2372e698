import { expect, test } from "vitest";
import { textFunctions, unlisted } from "../../../support/text-functions";

/** As long as the longest text that a form or an import takes. */
const length = 250_000;
/** Milliseconds of processor time. Work that grows with the square of the length takes seconds or minutes. */
const most = 50;
/** Files of tests run two at a time on cores that share their caches; what is not linear is off by a hundred and more. */
const beside = 2;

/** Every sign that means something to one of the functions, alone and in the company that hurts. */
const alone = '`<>[](){}!@-.,:;/\\"“„«&#*~|=+%$ \n0٣aéßﷺ你ﾞ\u0301\u200D\uE0F0😀\uD83D';
const together =
  '\u0301\u0316 ﾞ\u302A a\u0301 <a <a" <a=\' <!-- ![ [a]( {{ {{author @a @[ a@ a@a. a- a. a, a: id: id= &a &lt; <b> \uE0F0a 你a 👩\u200D 🇩🇪 https://a. "a „a 1, 0- <p\u00A0 href="';

/** Half of it looks like the beginning of something that never comes to its end. */
const texts = [...alone, ...together.split(" ")].map(
  (signs) => signs.repeat(length / 2 / signs.length) + "a".repeat(length / 2),
);

const words = "a word of the text ".repeat(length / 19);
/** Milliseconds that the same work takes alone on a machine with two slow processors. */
const usual = 12;

/** How many times as long as that the processor takes just now, when others use it, too; at worst four times. */
const slowness = (): number =>
  Math.min(4, Math.max(1, processorTime(() => words.replace(/\w+/g, (word) => word.toUpperCase())) / usual));

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  try {
    work();
  } catch (error) {
    // A refusal is an answer; a stack that is full is none.
    if (error instanceof RangeError) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What some tries take at best; one is enough where it is quick. */
function timeOf(run: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 8 && best >= most; i += 1) {
    const ms = processorTime(() => run(text));
    best = Math.min(best, ms < most ? ms : ms / slowness());
  }
  return best;
}

test("every exported function that works on people's text is timed here, or said why not", () => {
  expect(unlisted).toEqual([]);
  expect(textFunctions.length).toBeGreaterThan(60);
});

test.each(textFunctions)(
  "$name takes no longer for 250,000 hostile characters",
  ({ run }) => {
    run("Warm-up: **words** of @somebody at https://example.com, `code` & more.".repeat(20));
    const slow = texts
      .map((text) => ({ text: `${text.slice(0, 8)}…`, ms: Math.round(timeOf(run, text)) }))
      .filter(({ ms }) => ms >= most * beside);
    expect(slow).toEqual([]);
  },
  60_000,
);
