import type { LoaderFunction, ServerBuild } from "@remix-run/node";
import type { Request as ServerRequest } from "express";
import { expect, test } from "vitest";
import { readAddress } from "~/http/address.server";
import { withOutcomes } from "~/http/outcomes.server";
import { wordsIn } from "~/i18n";
import { createLog } from "~/log.server";

/** What becomes of an error that a loader throws: an answer, or the error itself. */
async function outcomeOf(error: unknown) {
  const logged: { level: string }[] = [];
  const log = createLog("info", { write: (line) => void logged.push(JSON.parse(line)) });
  const module = { default: () => null, loader: () => Promise.reject(error) };
  const { routes } = withOutcomes({ routes: { one: { module } } } as unknown as ServerBuild);
  const loader = routes.one?.module.loader as LoaderFunction;
  const request = new Request("http://here.invalid/");
  const context = { words: wordsIn("en"), log, origin: "http://here.invalid" };
  const thrown = await Promise.resolve(loader({ request, params: {}, context } as never)).catch((one: unknown) => one);
  return { thrown, levels: logged.map(({ level }) => level) };
}

const refusedValue = (code: string) =>
  new Error("Failed query", { cause: Object.assign(new Error("invalid"), { code }) });

test.each(["22021", "22003", "22P02", "22008"])(
  "a value that the database refuses (%s) is the asker's fault",
  async (code) => {
    const { thrown, levels } = await outcomeOf(refusedValue(code));
    expect((thrown as Response).status).toBe(400);
    expect(levels).toEqual(["warn"]);
  },
);

test.each(["23505", "42P01"])("any other refusal (%s) is ours, and goes on as it came", async (code) => {
  const error = refusedValue(code);
  expect(await outcomeOf(error)).toEqual({ thrown: error, levels: [] });
});

test("nothing behind the reader of addresses meets controls, or more than anybody could mean", () => {
  const read = (search: string) =>
    readAddress({ originalUrl: `/?${search}` } as ServerRequest, "https://feedback.example.com").searchParams;
  expect([...read("board=%00app%0A&t%00ag=%7Fx")]).toEqual([
    ["board", "app"],
    ["tag", "x"],
  ]);
  expect(read(`q=${"x".repeat(9000)}`).get("q")).toHaveLength(2000);
  expect([...read("a=1&".repeat(500))]).toHaveLength(100);
  expect([...read(`${"n".repeat(200)}=1&b=2`)]).toEqual([["b", "2"]]);
  expect(read("q=a+%C3%BC").get("q")).toBe("a ü");
});
