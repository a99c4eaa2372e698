import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireFreshUser } from "~/http/guards.server";
import { passkeySite } from "~/http/passkey-site.server";
import { safePath } from "~/http/paths.server";
import { doneAt } from "~/http/respond.server";
import { storedSessionId } from "~/http/session.server";
import { addPasskey } from "~/models/core/sign-in/passkeys/add-passkey.server";
import { passkeyName } from "~/models/core/sign-in/passkeys/draft";
import { longestResponse } from "~/models/core/sign-in/passkeys/read-response";

export const loader = () => redirect("/me/sessions");

const form = z.object({
  name: passkeyName,
  response: z.string().max(longestResponse),
  next: z.string().optional(),
});

export async function action(args: ActionFunctionArgs) {
  const viewer = requireFreshUser(args);
  const { context } = args;
  const { name, response, next } = await readForm(args, form);
  const site = passkeySite(context, "add");
  const session = storedSessionId(context);
  await addPasskey(context.db, { viewer, name, response, site, session, needsPasskey: context.needsPasskey });
  return doneAt(safePath(next, "/me/sessions"), context, "done.passkeyAdded");
}
