import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { say } from "~/models/text/fields";
import type { Visit } from "./visit.server";

/** A form that breaks its rules; turned into the same page again with a message at each field. */
export class InvalidForm extends Error {}

/** The form of an action, by the rules of `schema`. Throws {@link InvalidForm}. */
export async function readForm<Schema extends z.ZodType>(
  { request, context }: { request: Request; context: Visit },
  schema: Schema,
): Promise<z.output<Schema>> {
  const submission = parseWithZod(await request.formData(), { schema, error: inOurWords, disableAutoCoercion: true });
  context.submission = submission;
  if (submission.status !== "success") throw new InvalidForm();
  return submission.value;
}

/** For rules without words of their own: no sentence of the library's gets onto a page. */
const inOurWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "too_big") return say({ code: "tooLong", max: Number(issue.maximum) });
  if (issue.code === "too_small" && issue.origin === "string")
    return say({ code: "tooShort", min: Number(issue.minimum) });
  return say({ code: issue.input === undefined || issue.input === "" ? "required" : "choice" });
};
