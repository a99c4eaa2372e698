import { z } from "zod";
import * as field from "../../core/text/fields";
import { kinds } from "../posts/list-filter";

/** What a saved reply may be offered for alone. */
export const savedReplyKinds = [...kinds, "ticket"] as const;

/** Characters. */
const savedReplyLimits = { title: { max: 80 }, body: { max: 10_000 } } as const;

export const savedReplyDraft = z.object({
  title: field.line(savedReplyLimits.title),
  body: field.text(savedReplyLimits.body),
  /** For posts of one kind, for tickets, or, as null, for all. */
  kind: z
    .literal("")
    .or(field.choice(savedReplyKinds))
    .default("")
    .transform((kind) => kind || null),
});

export type SavedReplyDraft = z.output<typeof savedReplyDraft>;
