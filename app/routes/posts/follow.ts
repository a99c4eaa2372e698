import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireUser } from "~/http/guards.server";
import { limitBy } from "~/http/rate-limit.server";
import { doneBack } from "~/http/respond.server";
import { followLevels } from "~/models/feedback/posts/follow-level";
import { followPost } from "~/models/feedback/posts/follow-post.server";

const choice = z.object({ level: z.enum(followLevels) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const number = requireNumber(args.params);
  const { level } = await readForm(args, choice);
  // To and fro is written down each time: events are never deleted.
  await limitBy(`${viewer.id} ${number}`, "followOne", args.context);
  await followPost(args.context.db, { viewer, number, level });
  return doneBack(args, `/posts/${number}`, `done.follow.${level}`);
}
