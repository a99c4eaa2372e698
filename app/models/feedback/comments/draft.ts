import { z } from "zod";
import * as field from "../../core/text/fields";

/** Characters. */
const commentLimits = { body: { max: 20_000 } } as const;

const mostMentioned = 20;

export const commentDraft = z.object({
  id: field.clientId(),
  body: field.text(commentLimits.body),
  parentId: z.uuid().nullable().default(null),
  /** Handles of people who were ticked, for those who do not type them. */
  mentions: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().regex(/^[a-z0-9-]{1,100}$/)).max(mostMentioned),
  ),
});

export const commentEdit = z.object({ body: field.text(commentLimits.body) });
