import { buffer } from "node:stream/consumers";
import type { Request } from "express";
import type { z } from "zod";
import { DomainError } from "~/models/core/domain-error";
import { inOurWords } from "./in-our-words";

/** JSON that breaks the rules of its schema; what the API responds lists the fields. */
export class InvalidInput extends Error {
  constructor(
    /** `fault`: as ~/models/core/text/fields has it. */
    readonly faults: { field: string; fault: string }[],
  ) {
    super("JSON breaks the rules of its schema.");
  }
}

/**
 * The JSON that was sent, by the rules of `schema`; how large it may be says the endpoint's row. Throws
 * {@link InvalidInput}, and the problems `notJson` for another type of body and `malformed` for what is none.
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  if (!isJson(request)) throw new DomainError("notJson");
  const parsed = await schema.safeParseAsync(parse(await buffer(request)), { error: inOurWords });
  if (parsed.success) return parsed.data;
  throw new InvalidInput(
    parsed.error.issues.map(({ path, message }) => ({ field: path.map(String).join("."), fault: message })),
  );
}

const isJson = ({ headers }: Request): boolean =>
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(headers["content-type"] ?? "") &&
  (headers["content-encoding"] ?? "identity") === "identity";

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body), (_key, value) =>
      typeof value === "string" ? storable(value) : value,
    );
  } catch {
    throw new DomainError("malformed");
  }
}

/** JSON can escape what no text is, and the one character that the database cannot keep. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
