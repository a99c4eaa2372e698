import { z } from "zod";
import type { ScoreWeights } from "#db/schema/insights/figures";
import * as field from "../../core/text/fields";
import { plainNumber } from "../../core/text/numerals";
import { scoreMethods } from "./score";

const mostWeight = 1000;

const wrong = field.say({ code: "weight", max: mostWeight });

/** From 0 to `mostWeight`; a comma will do for the point. */
const weight = z
  .string(wrong)
  .transform((text) => plainNumber(text).replace(",", "."))
  .pipe(z.string().regex(/^\d{1,4}(\.\d{1,3})?$/, wrong))
  .transform(Number)
  .refine((value) => value <= mostWeight, wrong);

export const weightsDraft = z.object({
  method: field.choice(scoreMethods),
  votes: weight,
  reach: weight,
  value: weight,
  momentum: weight,
  effort: weight,
}) satisfies z.ZodType<ScoreWeights>;
