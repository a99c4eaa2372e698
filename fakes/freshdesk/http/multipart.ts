import type { Attachment } from "../state/types";
import { internalError, invalid } from "./answers";

/** A file of a form, before it becomes an attachment. */
export type File = Pick<Attachment, "name" | "content_type" | "bytes">;

const badFile = {
  field: "attachments",
  message: "It should contain elements of type valid file format only",
  code: "datatype_mismatch",
};

/** Reads `multipart/form-data`: `tags[]`, `custom_fields[name]` and files, with numbers made of digits. */
export function readMultipart(bytes: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) throw invalid({ field: "multipart", message: "It has no boundary", code: "invalid_value" });
  const body: Record<string, unknown> = {};
  for (const part of parts(bytes, boundary)) place(body, part);
  return body;
}

interface Part {
  name: string;
  fileName?: string;
  type?: string;
  bytes: Buffer;
}

function* parts(bytes: Buffer, boundary: string): Generator<Part> {
  const mark = Buffer.from(`--${boundary}`);
  for (let from = bytes.indexOf(mark); from >= 0; ) {
    const next = bytes.indexOf(mark, from + mark.length);
    if (next < 0) return;
    const part = bytes.subarray(from + mark.length + 2, next - 2);
    const gap = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, gap).toString();
    yield {
      name: / name="([^"]*)"/.exec(head)?.[1] ?? "",
      fileName: /filename="([^"]*)"/.exec(head)?.[1],
      type: /content-type:\s*(\S+)/i.exec(head)?.[1],
      bytes: part.subarray(gap + 4),
    };
    from = next;
  }
}

function place(body: Record<string, unknown>, { name, fileName, type, bytes }: Part): void {
  const [, outer = name, inner] = /^(.+?)\[(.*)\]$/.exec(name) ?? [];
  if (outer === "attachments") {
    if (!fileName || !type) throw invalid(badFile);
    if (bytes.length === 0) {
      throw invalid({ field: "attachments", message: "It should not be blank", code: "invalid_value" });
    }
    body.attachments = [
      ...((body.attachments as File[] | undefined) ?? []),
      { name: fileName, content_type: type, bytes },
    ];
    return;
  }
  const text = bytes.toString();
  if (outer === "custom_fields" && inner === undefined) throw internalError();
  if (inner === undefined) body[outer] = asNumber(outer, text);
  else if (inner === "") body[outer] = [...((body[outer] as unknown[] | undefined) ?? []), text];
  else body[outer] = { ...(body[outer] as object | undefined), [inner]: text };
}

const numbers = new Set([
  "status",
  "priority",
  "source",
  "requester_id",
  "responder_id",
  "group_id",
  "company_id",
  "user_id",
]);
const switches = new Set(["private", "incoming"]);

function asNumber(name: string, text: string): unknown {
  if (switches.has(name)) return text === "true";
  return numbers.has(name) && /^\d+$/.test(text) ? Number(text) : text;
}
