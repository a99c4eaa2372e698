import { idIn, isSame, signedId } from "../../core/signed-id.server";

/** Somebody of a ticket's people. */
interface Person {
  id: string;
  keyVersion: number;
}

const purpose = ({ keyVersion }: Person): string => `ticket key ${keyVersion}`;

/** What opens a ticket for somebody without an account, in the link of their mails. It stands nowhere. */
export const ticketKeyFor = (secret: string, person: Person): string => signedId(secret, purpose(person), person.id);

/** Who a key says that it is for, before it is checked. */
export const personInKey = idIn;

export const isTicketKey = (secret: string, key: string, person: Person): boolean =>
  isSame(key, ticketKeyFor(secret, person));
