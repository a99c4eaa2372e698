import type { PasskeySite } from "~/models/core/sign-in/passkeys/site";
import { type Purpose, redeemChallenge } from "./passkey-challenge.server";
import type { Visit } from "./visit.server";

/** This portal, as browsers tell authenticators of it. */
export const passkeySite = (visit: Visit, purpose: Purpose): PasskeySite => ({
  origin: visit.origin,
  id: new URL(visit.origin).hostname,
  redeem: (challenge) => redeemChallenge(visit, purpose, challenge),
});
