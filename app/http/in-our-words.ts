import type { z } from "zod";
import { say } from "~/models/core/text/fields";

/**
 * For rules without words of their own: no sentence of the library's reaches anybody. Those are rules of fields that
 * nobody fills in, and that no page has a message for.
 */
export const inOurWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "too_big" && issue.origin === "string")
    return say({ code: "tooLong", max: Number(issue.maximum) });
  if (issue.code === "too_big" && issue.origin === "array") return say({ code: "tooMany", max: Number(issue.maximum) });
  if (issue.code === "too_small" && issue.origin === "string")
    return say({ code: "tooShort", min: Number(issue.minimum) });
  return say({ code: "unreadable" });
};
