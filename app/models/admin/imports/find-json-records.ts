import { Assembler } from "stream-json/assembler.js";

/** A piece of JSON as the parser hands it on. */
export interface Token {
  name: string;
  value?: unknown;
}

/** What an API wraps its lists in, at whatever depth: `{"data": {"repository": {"issues": {"nodes": […]}}}}`. */
const wrappings = new Set(
  "data items nodes edges issues results records values search repository organization viewer user".split(" "),
);

type Frame = { kind: "list" | "array" } | { kind: "object"; key: string; isWrapping: boolean };

/**
 * The records in what the parser makes of any number of JSON texts: objects that stand alone, in lists, in lists of lists,
 * or in the lists that something is wrapped around. Each is put together as it comes, and dropped if it turns out to be
 * such a wrapping, so that one is in memory at a time.
 */
export async function* findJsonRecords(tokens: AsyncIterable<Token>): AsyncGenerator<{ value: unknown }> {
  const frames: Frame[] = [];
  let record: { assembler: Assembler; depth: number } | undefined;
  const isInList = () => frames.length === 0 || frames.at(-1)?.kind === "list";
  const take = ({ name, value }: Token) =>
    (record?.assembler as unknown as Record<string, (value: unknown) => void> | undefined)?.[name]?.(value);
  for await (const token of tokens) {
    const top = frames.at(-1);
    const isOnTheWay = top?.kind === "object" && top.isWrapping && wrappings.has(top.key);
    if (token.name === "startObject") {
      if (isInList()) record = { assembler: new Assembler(), depth: frames.length };
      frames.push({ kind: "object", key: "", isWrapping: isInList() || isOnTheWay });
      take(token);
    } else if (token.name === "startArray") {
      const isList = isInList() || isOnTheWay;
      if (isList) record = undefined;
      frames.push({ kind: isList ? "list" : "array" });
      take(token);
    } else if (token.name === "endObject" || token.name === "endArray") {
      frames.pop();
      take(token);
      if (record?.depth === frames.length) {
        yield { value: record.assembler.current };
        record = undefined;
      }
    } else if (token.name === "keyValue") {
      if (top?.kind === "object") top.key = String(token.value);
      take(token);
    } else if (isInList()) {
      // Where an API may not show something, it says null.
      if (token.name !== "nullValue") yield { value: token.value };
    } else take(token);
  }
}
