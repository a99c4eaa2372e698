import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createDrain } from "~/jobs/drain.server";

/** A queue of numbers that is taken from in batches. */
function queueOf(batch: number) {
  const waiting: number[] = [];
  const taken: number[][] = [];
  async function take(): Promise<boolean> {
    const some = waiting.splice(0, batch);
    await pause(1);
    if (some.length > 0) taken.push(some);
    return some.length === batch;
  }
  return { waiting, taken, take };
}

const never = (error: unknown) => {
  throw error;
};

test("is woken once and takes all there is", async () => {
  const { waiting, taken, take } = queueOf(40);
  waiting.push(...Array.from({ length: 100 }, (_, i) => i));
  const drain = createDrain(take, never);
  drain.wake();
  await expect.poll(() => taken.map((some) => some.length)).toEqual([40, 40, 20]);
  await drain.stop();
});

test("whoever wakes it while it looks for the last time is not missed", async () => {
  const { waiting, taken, take } = queueOf(2);
  const drain = createDrain(take, never);
  for (let i = 0; i < 20; i++) {
    waiting.push(i);
    drain.wake();
    await pause(i % 3);
  }
  await expect.poll(() => taken.flat()).toHaveLength(20);
  await drain.stop();
});

test("goes on after what failed when it is woken again, and not at all once it is stopped", async () => {
  let looks = 0;
  const failed: unknown[] = [];
  const take = async () => {
    looks += 1;
    if (looks === 1) throw new Error("away");
    return false;
  };
  const drain = createDrain(take, (error) => failed.push(error));
  drain.wake();
  await expect.poll(() => failed).toHaveLength(1);
  drain.wake();
  await expect.poll(() => looks).toBe(2);
  await drain.stop();
  drain.wake();
  await pause(5);
  expect(looks).toBe(2);
});
