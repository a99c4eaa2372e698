import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { sentForms } from "#db/schema";
import { settleId } from "./settle-id.server";

interface Sent {
  viewer: { id: string };
  /** Made by the form; missing where no form asks. */
  id: string | undefined;
  /** All that it says, and what for. */
  content: unknown;
  at: Date;
}

/**
 * Makes what a form asks for, once: sent again, as by a second click, it makes nothing, and this resolves to the same name or
 * id. What is kept under the id of the form itself needs no more than `settleId`. Throws `idTaken`.
 */
export async function makeOnce(
  tx: Db,
  { viewer, id: formId, content, at }: Sent,
  make: () => Promise<number | string>,
): Promise<string> {
  if (formId === undefined) return String(await make());
  const sent = { viewer, id: formId, content };
  const { id, isThere, fingerprint } = await settleId(tx, { table: sentForms, owner: sentForms.sentBy }, sent);
  if (isThere) {
    const [before] = await tx.select({ made: sentForms.made }).from(sentForms).where(eq(sentForms.id, id));
    if (!before) throw new Error("A form was there and is gone within one transaction.");
    return before.made;
  }
  const made = String(await make());
  await tx.insert(sentForms).values({ id, sentBy: viewer.id, fingerprint, made, sentAt: at });
  return made;
}
