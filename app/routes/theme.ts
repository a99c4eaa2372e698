import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneBack } from "~/http/respond.server";
import { themeCookie, themes } from "~/ui/theme";

const choice = z.object({ theme: z.enum(themes) });

export async function action(args: ActionFunctionArgs) {
  const { theme } = await readForm(args, choice);
  args.context.outgoing.setCookie(themeCookie, theme, { httpOnly: false });
  return doneBack(args, "/");
}
