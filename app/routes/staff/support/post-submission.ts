import { z } from "zod";
import * as field from "~/models/core/text/fields";
import { postDraft } from "~/models/feedback/posts/draft";

/** A post that is made of a ticket (./review-form.tsx). */
export const postSubmission = z.object({ id: field.clientId() }).and(postDraft);
