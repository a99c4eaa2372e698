import { z } from "zod";
import * as field from "../text/fields";

/** Characters. */
export const commentLimits = { body: { max: 20_000 } } as const;

export const commentDraft = z.object({
  id: field.clientId(),
  body: field.text(commentLimits.body),
  parentId: z.uuid().nullable().default(null),
});

export const commentEdit = z.object({ body: field.text(commentLimits.body) });
