import { z } from "zod";
import * as field from "../../core/text/fields";

/** What becomes of the posts and comments of somebody who goes. */
export const textChoices = ["kept", "removed"] as const;

export type Texts = (typeof textChoices)[number];

/** Neither is chosen beforehand: both have to be thought about. */
export const deletionDraft = z.object({
  texts: field.choice(textChoices),
  understood: z.literal("yes", field.say({ code: "tick" })),
});
