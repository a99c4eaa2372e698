import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { entryLink } from "~/models/feedback/changelog/entry-path";
import { publishEntry } from "~/models/feedback/changelog/publish-entry.server";

const form = z.object({ tells: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const number = requireNumber(args.params);
  const { tells } = await readForm(args, form);
  const { db, words, origin } = args.context;
  await publishEntry(db, {
    viewer,
    number,
    tellsSubscribers: tells !== undefined,
    sayAnswer: (entry) => words.t("changelog.answer", { link: entryLink(origin, entry) }),
  });
  return doneAt(`/changelog/${number}`, args.context, "done.entryPublished");
}
