import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { rememberVote } from "~/http/after-sign-in.server";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireUser, wantsJson } from "~/http/guards.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneBack } from "~/http/respond.server";
import { takeTurns } from "~/http/turns.server";
import { castVote, withdrawVote } from "~/models/posts/vote-for-post.server";

const ballot = z.object({ vote: z.enum(["on", "off"]).default("on") });

export async function action(args: ActionFunctionArgs) {
  const number = requireNumber(args.params);
  if (!args.context.viewer?.name) rememberVote(args.context, number);
  const viewer = requireUser(args);
  await limitActions("vote", viewer);
  const { vote } = await readForm(args, ballot);
  const change = vote === "on" ? castVote : withdrawVote;
  const tally = await takeTurns(`vote ${number}`, () => change(args.context.db, { viewer, number }));
  if (wantsJson(args.request)) return json(tally);
  return doneBack(args, `/posts/${number}`, vote === "on" ? "done.voted" : "done.unvoted");
}
