import { timingSafeEqual } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { proceed } from "~/http/after-sign-in.server";
import { asRefusal } from "~/http/as-refusal";
import { beginSession } from "~/http/begin-session.server";
import { takeDeparture } from "~/http/departure.server";
import { readInvitation } from "~/http/invitation-cookie.server";
import { safePath } from "~/http/paths.server";
import { requireProvider, troubleOf } from "~/http/sign-in-with.server";
import { turnedAway } from "~/http/turned-away.server";
import { DomainError } from "~/models/core/domain-error";
import { signInAs } from "~/models/core/sign-in/sign-in-as.server";

/** Somebody comes back from a provider. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const provider = requireProvider(context, params);
  const departure = takeDeparture(args);
  if (departure?.provider !== provider.key || !isSame(context.address.searchParams.get("state"), departure.state))
    return turnedAway(context, new DomainError("signInLost", { params: { provider: provider.name } }));
  const next = safePath(departure.next);
  const found = await provider.finish({ address: context.address, remembered: departure });
  if (typeof found === "string") return turnedAway(context, troubleOf(provider, found), next);
  const { env, words, db } = context;
  const { name, ...identity } = found;
  const signedIn = await signInAs(db, {
    identity: { provider: provider.key, ...identity },
    providerName: provider.name,
    language: words.language,
    adminEmail: env.ADMIN_EMAIL,
    invitationId: readInvitation(request, context),
  }).catch(asRefusal);
  if (signedIn instanceof DomainError) return turnedAway(context, signedIn, next);
  await beginSession(args, { ...signedIn, way: provider.key });
  return proceed({ request, context, user: signedIn.user, next, suggested: name });
}

function isSame(given: string | null, right: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
