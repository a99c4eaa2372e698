import { type ActionFunctionArgs, json } from "@remix-run/node";
import { requireFreshUser } from "~/http/guards.server";
import { challengeLife, makeChallenge } from "~/http/passkey-challenge.server";
import { offerPasskey } from "~/models/core/sign-in/passkeys/offer.server";

/** What the browser has an authenticator make a passkey from. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireFreshUser(args);
  const { context } = args;
  const siteName = context.portal.settings.name;
  const siteId = new URL(context.origin).hostname;
  const challenge = makeChallenge(context, "add");
  return json(await offerPasskey(context.db, { viewer, siteName, siteId, challenge, timeout: challengeLife }));
}
