import type { Guest } from "~/models/support/tickets/draft";
import { addressOf, type Handle, handles, personOf } from "../people";

interface GuestPerson extends Guest {
  language?: string;
}

/** Whoever writes to the support desk without an account. */
const guests = {
  margaret: { name: "Margaret Oyelaran", email: "margaret@example.org" },
  walter: { name: "Walter Grün", email: "walter.gruen@example.org", language: "de" },
  agnes: { name: "Agnès Roux", email: "agnes.roux@librairie-roux.example", language: "fr" },
  henrik: { name: "Henrik Dahl", email: "henrik.dahl@fjordarkiv.example" },
  dana: { name: "Dana Whitfield", email: "dana@harbor-school.example" },
  harborIt: { name: "Harbor School IT", email: "it@harbor-school.example" },
  cedarPayables: { name: "Accounts Payable, Cedar Clinics", email: "payables@cedar-clinics.example" },
  kestrelLegal: { name: "Kestrel Engineering, Legal", email: "legal@kestrel.example", language: "de" },
  imre: { name: "Imre Szabó", email: "imre@example.net" },
  rankRocket: { name: "Rank Rocket Growth Team", email: "growth@rank-rocket.example" },
} as const satisfies Record<string, GuestPerson>;

type GuestName = keyof typeof guests;

/** Whoever asks the support desk: a member, or a guest. */
export type Asker = Handle | GuestName;

const isMember = (asker: Asker): asker is Handle => handles.some((handle) => handle === asker);

/** Undefined for members. */
export const guestOf = (asker: Asker): GuestPerson | undefined => (isMember(asker) ? undefined : guests[asker]);

export const askerAddress = (asker: Asker): string => (isMember(asker) ? addressOf(asker) : guests[asker].email);

export function askerLanguage(asker: Asker): string {
  const language = isMember(asker) ? personOf(asker).language : guestOf(asker)?.language;
  return language ?? "en";
}
