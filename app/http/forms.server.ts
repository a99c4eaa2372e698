import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { Visit } from "./visit.server";

/** A form that breaks its rules; turned into the same page again with a message at each field. */
export class InvalidForm extends Error {}

/** The form of an action, by the rules of `schema`. Throws {@link InvalidForm}. */
export async function readForm<Schema extends z.ZodType>(
  { request, context }: { request: Request; context: Visit },
  schema: Schema,
): Promise<z.output<Schema>> {
  const submission = parseWithZod(await request.formData(), { schema, disableAutoCoercion: true });
  context.submission = submission;
  if (submission.status !== "success") throw new InvalidForm();
  return submission.value;
}
