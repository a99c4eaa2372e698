import { z } from "zod";
import * as field from "../text/fields";
import { scopeNames } from "./scopes";

/** After how many days a token may end, or never. */
export const tokenLives = ["30", "90", "365", "never"] as const;

/** No box is ticked wrongly. */
const chosen = z
  .array(z.enum(scopeNames, field.say({ code: "unreadable" })))
  .min(1, field.say({ code: "choice" }))
  .max(scopeNames.length, field.say({ code: "tooMany", max: scopeNames.length }));

export const tokenDraft = z.object({
  name: field.line({ min: 1, max: 60 }),
  scopes: z.preprocess((value) => (value === undefined ? [] : [value].flat()), chosen),
  life: field.choice(tokenLives),
});

export type TokenDraft = z.output<typeof tokenDraft>;
