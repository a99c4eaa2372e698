import { z } from "zod";
import * as field from "../../core/text/fields";

/** Characters. */
const noteLimits = { body: { max: 20_000 } } as const;

export const noteDraft = z.object({ id: field.clientId(), body: field.text(noteLimits.body) });

export const noteEdit = noteDraft.pick({ body: true });
