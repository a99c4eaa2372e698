import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { companies } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import { countAnew } from "../figures/settings.server";
import { companyLimits, plainCompanyName, readDomain } from "./draft";

interface NoteCompany {
  /** Of somebody who works there. */
  email: string;
  /** Where it is not that of the address. */
  domain?: string;
  name?: string;
  value?: number;
  at?: Date;
}

/**
 * Notes what the customer's own app says of a company; what it does not say stays as it is. Public providers of mail are
 * no companies.
 */
export async function noteCompany(
  db: Db,
  { email, domain: given, name, value, at = new Date() }: NoteCompany,
): Promise<void> {
  const domain = readDomain(given ?? email.slice(email.lastIndexOf("@") + 1));
  if (!domain) return;
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(companies).where(eq(companies.domain, domain)).for("update");
    const plain = plainCompanyName(name ?? "").slice(0, companyLimits.name.max);
    const after = { name: plain || before?.name || domain, value: value ?? before?.value ?? 0 };
    if (before && before.name === after.name && before.value === after.value) return;
    await tx
      .insert(companies)
      .values({ domain, ...after, updatedAt: at })
      .onConflictDoUpdate({ target: companies.domain, set: { ...after, updatedAt: at } });
    await countAnew(tx);
    await recordEvent(tx, { type: "company.saved", actorId: null, data: { domain }, at });
  });
}
