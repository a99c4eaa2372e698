import { keepForm } from "~/models/sign-in/kept-forms.server";
import { asRefusal } from "./as-refusal";
import { ensureAsker } from "./asker.server";
import { backPath, here } from "./paths.server";
import { limitAddress } from "./rate-limit.server";
import type { Visit } from "./visit.server";
import { isWritten } from "./written-fields";

interface Handler {
  request: Request;
  context: Visit;
}

/**
 * Somebody wrote something, and has to sign in first: what was sent waits for them, bound to their browser. Votes and
 * the like, and what comes with files, are not kept.
 */
export async function keepSentForm({ request, context }: Handler): Promise<void> {
  const refusal = await limitAddress("keep", context).catch(asRefusal);
  // A body that is no form has nothing that somebody wrote.
  const form = refusal ? undefined : await request.formData().catch(() => undefined);
  if (!form) return;
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  if (!fields.some(([name, value]) => isWritten(name, value))) return;
  const browser = ensureAsker({ request, context });
  await keepForm(context.db, {
    browser,
    path: backPath(request, context.origin, "/"),
    action: here(request),
    fields,
  });
}
