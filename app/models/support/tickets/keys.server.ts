import { addressToken, idIn, isSame, readAddressToken, readSignedId, signedId } from "../../core/signed-id.server";

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

const forwardedFiles = "ticket forward files";

/** What opens the files of a forwarded mail for whoever it went to, and nothing else. */
export const forwardKeyFor = (secret: string, noteId: string): string => signedId(secret, forwardedFiles, noteId);

/** The note of a forwarded mail whose files this key opens, if it is ours. */
export const readForwardKey = (secret: string, key: string): string | undefined =>
  readSignedId(secret, forwardedFiles, key);

/** The note of a forwarded mail whose reply address has this token, if the token is ours. */
export const readForwardToken = (secret: string, token: string): string | undefined =>
  readAddressToken(secret, forward, token);
