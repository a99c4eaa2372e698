import { type Duplex, pipeline, Readable } from "node:stream";
import pick from "stream-json/filters/pick.js";
import streamArray from "stream-json/streamers/stream-array.js";
import streamValues from "stream-json/streamers/stream-values.js";
import type { RowFault } from "./row-fault";

export type JsonRecord = { line: number } & ({ value: Record<string, unknown> } | { fault: RowFault });

/** Characters. One record that is longer is none. */
const longestRecord = 32 * 1024 * 1024;

/**
 * The objects of a JSON array, `line` being their place in it, from 1. At most one is in memory at a time. What
 * is no JSON ends it with a fault: everything after it would be a guess.
 */
export function readJsonArray(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  return readRecords(text, [streamArray.withParserAsStream()]);
}

/** What is in any list of an object, which may stand in a list, in an object or beside others of its kind. */
const inAnyList = /^(?:\w+\.)?[A-Za-z]\w*\.\d+$/;

/** The objects in the lists of `{"posts": […], "hasMore": true}`, also of several such, one after the other. */
export function readJsonLists(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  const picked = pick.withParserAsStream({ filter: inAnyList, jsonStreaming: true });
  return readRecords(text, [picked, streamValues.asStream()]);
}

type Found = AsyncIterable<{ value: unknown }>;

/** The records that parsers make of a text, or that are found in what they make of it. */
export async function* readRecords(
  text: AsyncIterable<string>,
  parser: Duplex[],
  find = (parsed: AsyncIterable<unknown>) => parsed as Found,
): AsyncGenerator<JsonRecord> {
  let line = 0;
  let since = 0;
  const measured = async function* () {
    for await (const piece of text) {
      since += piece.length;
      if (since > longestRecord) throw new TooLarge();
      yield piece;
    }
  };
  const parsed = pipeline([Readable.from(measured()), ...parser], () => {
    // Whatever went wrong comes out of the loop below.
  });
  try {
    for await (const { value } of find(parsed as unknown as AsyncIterable<unknown>)) {
      line += 1;
      since = 0;
      yield isObject(value) ? { line, value } : { line, fault: { code: "notAnObject" } };
    }
  } catch (error) {
    // A table that is not there at all is one without rows.
    if (line > 0 || since > 0) yield { line: line + 1, fault: faultOf(error) };
  }
}

/** The objects of a file with one in each line; a line that cannot be read is left out, and said. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  let line = 0;
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const one of lines) yield* readLine(one, (line += 1));
    if (rest.length <= longestRecord) continue;
    yield { line: line + 1, fault: faultOf(new TooLarge()) };
    return;
  }
  yield* readLine(rest, line + 1);
}

function* readLine(text: string, line: number): Generator<JsonRecord> {
  if (text.trim() === "") return;
  try {
    const value: unknown = JSON.parse(text);
    yield isObject(value) ? { line, value } : { line, fault: { code: "notAnObject" } };
  } catch {
    yield { line, fault: { code: "jsonBroken" } };
  }
}

class TooLarge extends Error {}

function faultOf(error: unknown): RowFault {
  if (error instanceof TooLarge) return { code: "rowTooLarge", bytes: longestRecord };
  if (error instanceof Error && error.message.startsWith("Parser")) return { code: "jsonBroken" };
  throw error;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
