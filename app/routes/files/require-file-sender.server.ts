import type { ActionFunctionArgs } from "@remix-run/node";
import { readAsker } from "~/http/asker.server";
import { requireUser } from "~/http/guards.server";
import type { FileSender } from "~/models/feedback/attachments/attachment";

/** Somebody who may have sent a file: who is signed in, or a guest by their browser. */
export function requireFileSender(args: ActionFunctionArgs): FileSender {
  const guest = args.context.viewer ? undefined : readAsker(args.request);
  return guest ? { guest } : requireUser(args);
}
