import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { judgeSolution } from "~/models/feedback/posts/judge-solution.server";

const form = z.object({ solved: z.enum(["yes", "no"]) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const number = requireNumber(args.params);
  const { solved } = await readForm(args, form);
  const { db } = args.context;
  const post = await findPost(db, viewer, number);
  if (!post) throw new DomainError("notFound");
  await judgeSolution(db, { viewer, postId: post.id, isSolved: solved === "yes" });
  return doneAt(`/posts/${number}`, args.context, `done.judged.${solved}`);
}
