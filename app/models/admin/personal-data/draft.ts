import { z } from "zod";
import * as field from "../../core/text/fields";

/** Whether posts and comments of a deleted account are kept under no name, or removed. */
export const textChoices = ["kept", "removed"] as const;

export type Texts = (typeof textChoices)[number];

/** Neither is chosen beforehand: both have to be thought about. */
export const deletionDraft = z.object({
  texts: field.choice(textChoices),
  understood: z.literal("yes", field.say({ code: "tick" })),
});
