import { z } from "zod";
import * as field from "../../core/text/fields";
import { kinds } from "../posts/list-filter";

/** Characters. */
const replyLimits = { title: { max: 80 }, body: { max: 10_000 } } as const;

export const replyDraft = z.object({
  title: field.line(replyLimits.title),
  body: field.text(replyLimits.body),
  /** For posts of one kind, or, as null, of either. */
  kind: z
    .literal("")
    .or(field.choice(kinds))
    .default("")
    .transform((kind) => kind || null),
});

export type ReplyDraft = z.output<typeof replyDraft>;
