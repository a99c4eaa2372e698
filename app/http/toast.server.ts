import { z } from "zod";
import type { DomainError } from "~/models/core/domain-error";
import type { Toast, Visit } from "./visit.server";

const toast = z.object({
  tone: z.enum(["success", "error"]),
  key: z.string().max(100),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

export const toastCookie = "toast";

export function leaveToast(visit: Visit, message: z.input<typeof toast>): void {
  visit.outgoing.setCookie(toastCookie, Buffer.from(JSON.stringify(message)).toString("base64url"), { maxAge: 60 });
}

/** Says on the next page what went wrong. */
export const leaveProblem = (visit: Visit, { code, details }: DomainError): void =>
  leaveToast(visit, { tone: "error", key: `problems.${code}`, params: details.params });

/** The message is on the page that is being made, and on no further one. */
export function takeToast(visit: Visit): Toast | undefined {
  if (visit.toast) visit.outgoing.setCookie(toastCookie, "", { maxAge: 0 });
  return visit.toast;
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
