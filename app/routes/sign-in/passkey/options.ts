import { type ActionFunctionArgs, json } from "@remix-run/node";
import { challengeLife, makeChallenge } from "~/http/passkey-challenge.server";
import { limitAddress } from "~/http/rate-limit.server";
import { offerSignIn } from "~/models/core/sign-in/passkeys/offer.server";

/** What the browser has an authenticator sign. */
export async function action({ context }: ActionFunctionArgs) {
  await limitAddress("signIn", context);
  const siteId = new URL(context.origin).hostname;
  return json(await offerSignIn({ siteId, challenge: makeChallenge(context, "sign-in"), timeout: challengeLife }));
}
