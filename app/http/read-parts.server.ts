import type { Readable } from "node:stream";
import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import type { Request } from "express";
import { DomainError } from "~/models/core/domain-error";
import { withoutNul } from "./form-body.server";

interface SentFile {
  /** The name of the field. */
  field: string;
  name: string;
  pieces: AsyncIterable<Uint8Array>;
}

interface Reading {
  /** The most files that are read. */
  files: number;
  /** Takes them one after the other, as they come; with the fields that came before. */
  onFile(file: SentFile, fields: URLSearchParams): Promise<void>;
  /** How many fields there may be, and how many characters all of them may have. */
  around?: { fields: number; characters: number };
}

/** Bounds of what stands around files. */
const usual = { fields: 20, characters: 20_000 };

/**
 * Reads a form with files as it comes: no more of it is in memory than a piece. Resolves to its fields. Throws what
 * `onFile` throws, `tooManyFiles`, `malformed`, and `fileBrokeOff` where whoever sends it goes away.
 */
export async function readParts(
  request: Request,
  { files, onFile, around = usual }: Reading,
): Promise<URLSearchParams> {
  // It is told of once only, and by now that is over.
  if (request.destroyed) throw new DomainError("fileBrokeOff");
  const parser = openParser(request, { files, ...around });
  const fields = new URLSearchParams();
  let left = around.characters;
  const open = new Set<Readable>();
  let taken: Promise<void> = Promise.resolve();
  try {
    await new Promise<void>((resolve, reject) => {
      const breakOff = () => request.complete || reject(new DomainError("fileBrokeOff"));
      request.once("close", breakOff).once("error", breakOff);
      parser.on("field", (name, value) => {
        left -= name.length + value.length;
        if (left < 0) reject(new DomainError("malformed"));
        else fields.append(withoutNul(name), withoutNul(value));
      });
      parser.once("fieldsLimit", () => reject(new DomainError("malformed")));
      parser.on("file", (field, stream, name) => {
        open.add(stream);
        const pieces = wholeOf(stream);
        if (!name) return void stream.resume();
        taken = taken.then(() => onFile({ field, name, pieces }, fields));
        taken.catch(reject);
      });
      parser.once("filesLimit", () => reject(new DomainError("tooManyFiles", { params: { count: files } })));
      parser.once("error", () => reject(new DomainError("fileBrokeOff")));
      parser.once("finish", resolve);
      request.pipe(parser);
    });
    await taken;
    return fields;
  } catch (error) {
    request.unpipe(parser);
    for (const stream of open) stream.destroy(new DomainError("fileBrokeOff"));
    // Whoever is at a file still lets go of it first.
    await taken.catch(() => {});
    throw error;
  }
}

function openParser({ headers }: Request, { files, fields, characters }: { files: number } & typeof usual) {
  const limits = { files, fields, fieldSize: characters, fieldNameSize: 100, headerPairs: 20 };
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits, preservePath: true });
  } catch {
    throw new DomainError("malformed");
  }
}

/** A file that breaks off says so and then ends as if it were whole; that it is destroyed, it says once more. */
function wholeOf(stream: Readable): AsyncIterable<Uint8Array> {
  let isBroken = false;
  stream.on("error", () => {
    isBroken = true;
  });
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      yield* stream;
    } catch (error) {
      throw error instanceof DomainError ? error : new DomainError("fileBrokeOff");
    }
    if (isBroken) throw new DomainError("fileBrokeOff");
  }
  return read();
}
