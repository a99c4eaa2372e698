import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Request as ServerRequest } from "express";
import { DomainError } from "~/models/core/domain-error";

export type Pair = [name: string, value: FormDataEntryValue];

/**
 * What a form sent, in its order, without the one character that the database cannot keep. Throws the problem
 * `malformed` for more than `most` fields, and for a body that is no form.
 */
export async function readFormBody(request: Request, most: number): Promise<Pair[]> {
  const pairs = await readPairs(request, most);
  return pairs.map(([name, value]) => [withoutNul(name), typeof value === "string" ? withoutNul(value) : value]);
}

/** Without the one character that the database cannot keep. */
export const withoutNul = (text: string): string => text.replaceAll("\0", "");

/** Fields are counted before anything parses them: some hundred thousand short ones fit into a body of a megabyte. */
async function readPairs(request: Request, most: number): Promise<Pair[]> {
  const type = request.headers.get("Content-Type") ?? "";
  const body = Buffer.from(await request.arrayBuffer());
  if (/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    if (hasMore(body, "&", most)) throw new DomainError("malformed");
    return [...new URLSearchParams(body.toString())];
  }
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary && !hasMore(body, `--${boundary}`, most + 1)) return readParts(body, type);
  // A button without any field may send nothing at all.
  if (type === "" && body.length === 0) return [];
  throw new DomainError("malformed");
}

/** A request before Remix, as far as its form goes. */
export const toForm = (request: ServerRequest): Request =>
  new Request("http://here.invalid/", {
    method: "POST",
    headers: { "Content-Type": request.headers["content-type"] ?? "" },
    body: createReadableStreamFromReadable(request),
    duplex: "half",
  } as RequestInit);

async function readParts(body: Buffer, type: string): Promise<Pair[]> {
  const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData().catch(() => {
    throw new DomainError("malformed");
  });
  return [...form];
}

/** Whether `sign` is in `body` more than `most` times. */
function hasMore(body: Buffer, sign: string, most: number): boolean {
  let found = 0;
  for (let at = body.indexOf(sign); at !== -1; at = body.indexOf(sign, at + sign.length)) {
    if (++found > most) return true;
  }
  return false;
}
