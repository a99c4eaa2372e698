import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireModerator, requireNumber } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { limits } from "~/models/feedback/posts/limits";
import { tagPost } from "~/models/feedback/posts/tag-post.server";

const choice = z.object({ tagIds: field.ids(limits.tags) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireModerator(args);
  const number = requireNumber(args.params);
  const { tagIds } = await readForm(args, choice);
  await tagPost(args.context.db, { viewer, number, tagIds });
  return doneBack(args, `/posts/${number}`, "done.tagged");
}
