import type { Account } from "./account";
import type { Contact } from "./types";

export type ContactDraft = Partial<Omit<Contact, "id" | "created_at" | "updated_at">> & { name: string };

/** A contact, in the company whose domain the address has if no company is given. */
export function addContact(account: Account, draft: ContactDraft): Contact {
  const at = account.clock.now();
  const contact: Contact = {
    id: account.nextId(),
    email: null,
    phone: null,
    mobile: null,
    twitter_id: null,
    unique_external_id: null,
    tags: [],
    custom_fields: {},
    active: false,
    deleted: false,
    blocked: false,
    created_at: at,
    updated_at: at,
    ...draft,
    company_id: draft.company_id ?? companyOf(account, draft.email),
  };
  account.contacts.set(contact.id, contact);
  return contact;
}

const identities = ["unique_external_id", "email", "phone", "mobile", "twitter_id"] as const;

/** Whoever is known by one of these; addresses ignore case. */
export function findContact(account: Account, by: Partial<Record<(typeof identities)[number], string>>) {
  return [...account.contacts.values()].find((contact) =>
    identities.some((key) => by[key] !== undefined && same(contact[key], by[key])),
  );
}

function same(a: string | null, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function companyOf(account: Account, email: string | null | undefined): number | null {
  const domain = email?.split("@")[1]?.toLowerCase();
  const company = [...account.companies.values()].find(({ domains }) => domain && domains.includes(domain));
  return company?.id ?? null;
}
