import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { rememberVote } from "~/http/after-sign-in.server";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireUser, wantsJson } from "~/http/guards.server";
import { doneAt, doneBack } from "~/http/respond.server";
import { takeTurnsAtVoting } from "~/http/turns.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";

const ballot = z.object({ vote: z.enum(["on", "off"]).default("on"), goTo: z.literal("post").optional() });

export async function action(args: ActionFunctionArgs) {
  const number = requireNumber(args.params);
  if (!args.context.viewer?.name) rememberVote(args.context, number);
  const viewer = requireUser(args);
  const { vote, goTo } = await readForm(args, ballot);
  const change = vote === "on" ? castVote : withdrawVote;
  const tally = await takeTurnsAtVoting(number, () => change(args.context.db, { viewer, number }));
  if (wantsJson(args.request)) return json(tally);
  const done = vote === "on" ? "done.voted" : "done.unvoted";
  return goTo === "post" ? doneAt(`/posts/${number}`, args.context, done) : doneBack(args, `/posts/${number}`, done);
}
