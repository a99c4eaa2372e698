import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { backPath } from "~/http/paths.server";
import { doneAt } from "~/http/respond.server";
import { languageCookie } from "~/http/words.server";
import { languages } from "~/i18n";

const choice = z.object({ language: z.enum(languages) });

/** Chosen for good, so by a form; `?lang=` in an address is for one page and keeps nothing. */
export async function action(args: ActionFunctionArgs) {
  const { language } = await readForm(args, choice);
  args.context.outgoing.setCookie(languageCookie, language);
  const back = new URL(backPath(args.request, args.context.origin, "/"), args.context.origin);
  // What the address says would win over what was just chosen.
  back.searchParams.delete("lang");
  return doneAt(back.pathname + back.search, args.context);
}
