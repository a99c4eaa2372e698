import { z } from "zod";
import * as field from "../../core/text/fields";
import { limits } from "./limits";

/** What everybody writes into the form of a post; the same rules in browser, command and import. */
const common = {
  title: field.line(limits.title),
  body: field.optionalText(limits.body),
  boardId: field.id(),
  tagIds: field.ids(limits.tags),
};

const bugFields = {
  steps: field.optionalText(limits.bugField),
  expected: field.optionalText(limits.bugField),
  actual: field.optionalText(limits.bugField),
  version: field.optionalLine(limits.version),
};

export const postDraft = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("idea"), ...common, body: field.text(limits.body) }),
  z.object({ kind: z.literal("bug"), ...common, ...bugFields }).superRefine(saysWhatHappened),
]);

export type PostDraft = z.output<typeof postDraft>;

/** Changing a post leaves kind, board and tags alone; those are moves of their own. */
export const postEdit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("idea"), title: field.line(limits.editedTitle), body: field.text(limits.body) }),
  z
    .object({ kind: z.literal("bug"), title: field.line(limits.editedTitle), body: common.body, ...bugFields })
    .superRefine(saysWhatHappened),
]);

export type PostEdit = z.output<typeof postEdit>;

/** A bug report can do with any one of its texts, but not without all. */
function saysWhatHappened(bug: { body: string; actual: string; steps: string }, context: z.RefinementCtx): void {
  if (bug.body || bug.actual || bug.steps) return;
  context.addIssue({ code: "custom", path: ["actual"], message: field.say({ code: "required" }) });
}
