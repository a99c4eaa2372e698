import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { companies } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { countAnew } from "../figures/settings.server";
import type { CompanyDraft } from "./draft";

interface SaveCompany {
  viewer: User;
  draft: CompanyDraft;
  at?: Date;
}

/** Adds a company, or changes the one of this domain. Throws `forbidden`. */
export async function saveCompany(db: Db, { viewer, draft, at = new Date() }: SaveCompany): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const { domain, ...set } = draft;
  await db.transaction(async (tx) => {
    await tx
      .insert(companies)
      .values({ ...draft, updatedAt: at })
      .onConflictDoUpdate({ target: companies.domain, set: { ...set, updatedAt: at } });
    await countAnew(tx);
    await recordEvent(tx, { type: "company.saved", actorId: viewer.id, data: { domain }, at });
  });
}

interface RemoveCompany {
  viewer: User;
  domain: string;
  at?: Date;
}

/** Removes a company; votes of its people go on counting, without a value. Throws `forbidden`. */
export async function removeCompany(db: Db, { viewer, domain, at = new Date() }: RemoveCompany): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(companies)
      .where(eq(companies.domain, domain))
      .returning({ domain: companies.domain });
    if (!gone) return;
    await countAnew(tx);
    await recordEvent(tx, { type: "company.removed", actorId: viewer.id, data: { domain }, at });
  });
}
