import { addressToken, idIn, isSame, readAddressToken, signedId } from "../../core/signed-id.server";

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

const reply = "ticket reply";

/** The token of `reply+TOKEN@…`: a message that comes there is somebody's answer to their ticket. It opens nothing. */
export const replyTokenFor = (secret: string, personId: string): string => addressToken(secret, reply, personId);

/** The person of a ticket whose reply address has this token, if the token is ours. */
export const readReplyToken = (secret: string, token: string): string | undefined =>
  readAddressToken(secret, reply, token);

const forward = "ticket forward";

/** The same for what answers a forwarded mail, made of the note that keeps it. */
export const forwardTokenFor = (secret: string, noteId: string): string => addressToken(secret, forward, noteId);

/** The note of a forwarded mail whose reply address has this token, if the token is ours. */
export const readForwardToken = (secret: string, token: string): string | undefined =>
  readAddressToken(secret, forward, token);
