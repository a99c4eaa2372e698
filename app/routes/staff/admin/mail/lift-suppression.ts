import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { unsuppressAddress } from "~/models/telling/deliveries/suppressions.server";

const form = z.object({ email: z.string() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { email } = await readForm(args, form);
  await unsuppressAddress(args.context.db, { viewer, email });
  return doneBack(args, "/staff/mail/suppressions", "done.suppressionLifted");
}
