import { DomainError } from "~/models/core/domain-error";
import { requestSignIn, signInLife } from "~/models/core/sign-in/request-sign-in.server";
import { findOwnEmail } from "~/models/core/users/queries.server";
import { ensureAsker } from "./asker.server";
import { requireUser } from "./guards.server";
import { doneAt } from "./respond.server";
import { endSession } from "./session.server";
import { addressCookie } from "./sign-in-address.server";
import type { Visit } from "./visit.server";

/** Signs this device out and mails a code: whoever comes back has proved a moment ago who they are. */
export async function mailCodeAgain(args: { request: Request; context: Visit }, next: string): Promise<Response> {
  const viewer = requireUser(args);
  const { context } = args;
  const email = await findOwnEmail(context.db, viewer);
  if (!email) throw new DomainError("notFound");
  const asker = ensureAsker(args);
  await requestSignIn(context.db, { email, next, language: context.words.language, asker, isKnown: true });
  await endSession(context);
  context.outgoing.setCookie(addressCookie, email, { maxAge: signInLife / 1000 });
  return doneAt(`/sign-in/code?next=${encodeURIComponent(next)}`, context);
}
