import { idIn, isSame, sign, signedId } from "../../core/signed-id.server";

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

/** Hexadecimal digits: mail programs may change capitals, and the whole has to stay below 64 characters. */
const proofLength = 24;

/** The token of `reply+TOKEN@…`: a message that comes there is somebody's answer to their ticket. It opens nothing. */
export function replyTokenFor(secret: string, personId: string): string {
  const proof = sign(secret, "ticket reply", personId).toString("hex").slice(0, proofLength);
  return personId.replaceAll("-", "") + proof;
}

/** The person of a ticket whose reply address has this token, if the token is ours. */
export function readReplyToken(secret: string, token: string): string | undefined {
  const [, id = ""] = /^([\da-f]{32})[\da-f]{24}$/.exec(token.toLowerCase()) ?? [];
  const personId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return personId && isSame(token.toLowerCase(), replyTokenFor(secret, personId)) ? personId : undefined;
}
