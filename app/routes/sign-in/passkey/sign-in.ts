import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { proceed } from "~/http/after-sign-in.server";
import { asRefusal } from "~/http/as-refusal";
import { beginSession } from "~/http/begin-session.server";
import { readForm } from "~/http/forms.server";
import { readInvitation } from "~/http/invitation-cookie.server";
import { passkeySite } from "~/http/passkey-site.server";
import { safePath } from "~/http/paths.server";
import { turnedAway } from "~/http/turned-away.server";
import { DomainError } from "~/models/core/domain-error";
import { longestResponse } from "~/models/core/sign-in/passkeys/read-response";
import { signInWithPasskey } from "~/models/core/sign-in/passkeys/sign-in-with-passkey.server";

const form = z.object({ response: z.string().max(longestResponse), next: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { response, next } = await readForm(args, form);
  const site = passkeySite(context, "sign-in");
  const adminEmail = context.env.ADMIN_EMAIL;
  const invitationId = readInvitation(request, context);
  const asked = { response, site, adminEmail, invitationId };
  const signedIn = await signInWithPasskey(context.db, asked).catch(asRefusal);
  if (signedIn instanceof DomainError) return turnedAway(context, signedIn, safePath(next));
  await beginSession(args, { ...signedIn, way: "passkey" });
  return proceed({ request, context, user: signedIn.user, next });
}
