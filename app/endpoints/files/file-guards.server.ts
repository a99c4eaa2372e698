import { apiUser, saysBearer } from "~/http/api-user.server";
import { askerIn, newAsker } from "~/http/asker.server";
import { beginVisit } from "~/http/begin-visit.server";
import type { Call, Guard } from "~/http/endpoint.server";
import { reader } from "~/http/endpoint-guards.server";
import { portalFor } from "~/http/portal.server";
import type { Visit } from "~/http/visit.server";
import type { User } from "~/models/core/users/viewer";
import type { FileSender } from "~/models/feedback/attachments/attachment";
import { findKeyHolder } from "~/models/support/tickets/visible-ticket-files.server";

export interface Sending {
  visit: Visit;
  sender: FileSender;
}

/**
 * Lets members send files, and guests for what they are writing: they ask the support team, or answer it by their link. Others
 * sign in first.
 */
export const fileSender: Guard<Sending> = async (call) => {
  const { request, response, parts } = call;
  const visit = await beginVisit(request, response, parts);
  const { viewer, words } = visit;
  call.words = words;
  if (viewer?.name) return { visit, sender: viewer };
  if (!viewer && (await mayWrite(call))) {
    return { visit, sender: { guest: askerIn(request.headers.cookie) ?? newAsker(visit) } };
  }
  response.redirect(303, "/sign-in?next=/");
};

async function mayWrite(call: Call): Promise<boolean> {
  const isDraft = String(call.request.query.to).startsWith("draft:");
  return isDraft && (!portalFor(call.request).settings.isPrivate || (await hasKey(call)));
}

const keyIn = ({ request: { query } }: Call): string | undefined =>
  typeof query.key === "string" ? query.key : undefined;

/** Whether somebody comes by the link of a ticket that they read. */
async function hasKey(call: Call): Promise<boolean> {
  const key = keyIn(call);
  return key !== undefined && (await findKeyHolder(call.db, key, call.parts.env.SESSION_SECRET)) !== undefined;
}

export interface FileReader {
  /** Whose token it is; undefined where it is none, and a browser asks. */
  program?: User;
}

/**
 * Lets readers pass, programs by a token that may read tickets, and whoever has the key of a mail, also where the portal is
 * private: what it opens is seen to with the file.
 */
export const fileReader: Guard<FileReader> = async (call) => {
  if (saysBearer(call)) {
    const caller = await apiUser("tickets:read")(call);
    return caller && { program: caller.viewer };
  }
  return keyIn(call) === undefined ? reader(call) : {};
};
