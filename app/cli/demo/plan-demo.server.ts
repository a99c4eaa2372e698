import type { BoardSlug } from "./boards";
import { planTicket } from "./desk/plan-ticket.server";
import { planPromises } from "./desk/promises.server";
import { planRules } from "./desk/rules.server";
import { ticketStories } from "./desk/ticket-stories";
import { entryStories } from "./entries";
import { planHelp } from "./help/plan-help.server";
import { planEntry } from "./plan-entry.server";
import { planPortal } from "./plan-portal.server";
import { planPost } from "./plan-post.server";
import { newStage, type Step } from "./stage";
import { stories } from "./stories";

/** Any number: another one makes other voters and other minutes. */
const seed = 20_140;

/** Fourteen months up to `now`, from the first sign-up to this morning's comment, in the order of time. */
export function planDemo(now: Date): Step[] {
  const stage = newStage(now, seed);
  const boards = Object.keys(stories) as BoardSlug[];
  const told = boards.flatMap((board) => stories[board].flatMap((story) => planPost(story, board, now, stage)));
  const portal = planPortal(stage);
  const entries = entryStories.map((story) => planEntry(story, stage));
  const desk = ticketStories.flatMap((story) => planTicket(story, stage));
  const rules = planRules(stage);
  const promises = planPromises(stage, now);
  const help = planHelp(stage);
  return [...portal, ...told, ...entries, ...desk, ...rules, ...promises, ...help].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}
