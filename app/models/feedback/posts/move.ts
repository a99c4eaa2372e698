import { z } from "zod";
import type { PostStatus } from "#db/schema/feedback/posts";
import * as field from "../../core/text/fields";
import { needsAnswer, statuses, takesRelease } from "./lifecycle";
import { limits } from "./limits";

const named = (some: PostStatus[]) => field.choice(some as [PostStatus, ...PostStatus[]]);

const options = [
  z.object({ to: named(statuses.filter(needsAnswer)), answer: field.text(limits.answer) }),
  z.object({
    to: named(statuses.filter(takesRelease)),
    answer: field.optionalText(limits.answer),
    release: field.optionalLine(limits.release),
  }),
  z.object({
    to: named(statuses.filter((status) => !needsAnswer(status) && !takesRelease(status))),
    answer: field.optionalText(limits.answer),
  }),
] as const;

const noStatus = field.say({ code: "status" });

/** What goes along with a move depends on where it leads. */
export const move = z.discriminatedUnion("to", options, noStatus);

export type Move = z.output<typeof move>;

/** The value of `to` for an official answer that leaves the status as it is. */
export const keep = "keep";

const answer = z.object({ to: z.literal(keep), answer: field.text(limits.answer) });

export const moveOrAnswer = z.discriminatedUnion("to", [answer, ...options], noStatus);
