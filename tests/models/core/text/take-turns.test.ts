import { expect, test } from "vitest";
import { Turns } from "~/models/core/text/take-turns";

/** Work that goes on until it is told to end, and says whose it was when it began. */
function desk(turns: Turns) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const settle = () => new Promise(setImmediate);
  const ask = async (person: string, patience = 60_000) => {
    const answer = turns.take(person, patience, () => {
      begun.push(person);
      return new Promise<string>((resolve) => ends.push(() => resolve("done")));
    });
    await settle();
    return { answer };
  };
  const endOne = () => {
    ends.shift()?.();
    return settle();
  };
  return { begun, ask, endOne };
}

test("one thing at a time; who asks for much waits behind their own, and others come between", async () => {
  const { begun, ask, endOne } = desk(new Turns({ each: 20, all: 200 }));
  for (const person of ["mallory", "mallory", "mallory", "mallory", "ben", "cleo"]) await ask(person);
  expect(begun).toEqual(["mallory"]);
  for (let i = 0; i < 5; i += 1) await endOne();
  expect(begun).toEqual(["mallory", "mallory", "ben", "cleo", "mallory", "mallory"]);
});

test("who would wait too long, or behind too many, is told so, and holds nobody up", async () => {
  const { begun, ask, endOne } = desk(new Turns({ each: 2, all: 3 }));
  for (let i = 0; i < 3; i += 1) await ask("mallory");
  expect(await (await ask("mallory")).answer).toBeUndefined();
  const late = await ask("ben", -1);
  expect(await (await ask("cleo")).answer).toBeUndefined();
  await endOne();
  await endOne();
  expect(await late.answer).toBeUndefined();
  await endOne();
  await ask("dave");
  expect(begun).toEqual(["mallory", "mallory", "mallory", "dave"]);
});

test("work that fails gives its turn on", async () => {
  const turns = new Turns({ each: 2, all: 3 });
  const failed = turns.take("ben", 1000, () => Promise.reject(new Error("no")));
  const next = turns.take("ben", 1000, () => Promise.resolve("yes"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("yes");
});
