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
 * Makes what a form asks for. The same form sent again, as by a second click, makes nothing and resolves to what it has made.
 * For whatever has an id of its own; what has the form's needs no more than that (./settle-id). Throws `idTaken`.
 */
export async function makeOnce<Made extends number | string>(
  tx: Db,
  { viewer, id: formId, content, at }: Sent,
  make: () => Promise<Made>,
): Promise<Made> {
  if (formId === undefined) return make();
  const sent = { viewer, id: formId, content };
  const { id, isThere, fingerprint } = await settleId(tx, { table: sentForms, owner: sentForms.sentBy }, sent);
  if (isThere) {
    const [before] = await tx.select({ made: sentForms.made }).from(sentForms).where(eq(sentForms.id, id));
    return before?.made as Made;
  }
  const made = await make();
  await tx.insert(sentForms).values({ id, sentBy: viewer.id, fingerprint, made, sentAt: at });
  return made;
}
