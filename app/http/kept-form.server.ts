import { DomainError } from "~/models/core/domain-error";
import { keepForm } from "~/models/core/sign-in/kept-forms.server";
import { asRefusal } from "./as-refusal";
import { ensureAsker } from "./asker.server";
import { readFormBody } from "./form-body.server";
import { backPath, here } from "./paths.server";
import { limitAddress } from "./rate-limit.server";
import { readTexts } from "./read-form-with-files.server";
import type { Visit } from "./visit.server";
import { isWritten } from "./written-fields";

/** The most fields that are kept: more than any form has in which somebody writes. */
const mostFields = 1000;

interface Handler {
  request: Request;
  context: Visit;
}

/**
 * Somebody wrote something, and has to sign in first: what was sent waits for them, bound to their browser. Votes and
 * the like are kept only where they are asked for, and what comes with files is not.
 */
export async function keepSentForm({ request, context }: Handler, keepsAll = false): Promise<void> {
  const refusal = await limitAddress("keep", context).catch(asRefusal);
  if (refusal) return;
  // A body that is no form has nothing that somebody wrote.
  const { formWithFiles } = context;
  const pairs = await (formWithFiles ? readTexts(formWithFiles, mostFields) : readFormBody(request, mostFields)).catch(
    asRefusal,
  );
  if (!pairs || pairs instanceof DomainError) return;
  const fields = [...pairs].filter((field): field is [string, string] => typeof field[1] === "string");
  if (!keepsAll && !fields.some(([name, value]) => isWritten(name, value))) return;
  const browser = ensureAsker({ request, context });
  await keepForm(context.db, {
    browser,
    path: backPath(request, context.origin, "/"),
    action: here(request),
    fields,
  });
}
