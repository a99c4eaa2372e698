import { z } from "zod";
import type { Visit } from "./visit.server";

const toast = z.object({
  tone: z.enum(["success", "error"]),
  /** A key of the catalogue. */
  key: z.string().max(100),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** A message for the next page that this visitor sees. */
export type Toast = z.output<typeof toast>;

export const toastCookie = "toast";

export function leaveToast(visit: Visit, message: z.input<typeof toast>): void {
  visit.setCookie(toastCookie, Buffer.from(JSON.stringify(message)).toString("base64url"), { maxAge: 60 });
}

/** The message that the cookie carries. Only keys of our catalogue travel, so nobody can put words in our mouth. */
export function readToast(cookie: string | undefined): Toast | undefined {
  if (!cookie) return;
  const parsed = toast.safeParse(parseJson(Buffer.from(cookie, "base64url").toString()));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}
