import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { v5 as uuidFrom } from "uuid";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { incomingMails, ticketCategories, ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import type { MailOutcome } from "#db/schema/support/incoming-mails";
import { DomainError } from "../../core/domain-error";
import type { FileStore } from "../../core/files/file-store";
import type { Portal } from "../../core/settings/settings.server";
import { readAddress } from "../../core/text/address";
import { cleanLine, cleanText } from "../../core/text/clean";
import { isId } from "../../core/text/values";
import { readCommentReplyToken } from "../../feedback/comments/reply-tokens.server";
import { addSuppression } from "../../telling/deliveries/suppressions.server";
import { holdMessage } from "../tickets/held-messages.server";
import { readForwardToken, readReplyToken } from "../tickets/keys.server";
import { ticketLimits } from "../tickets/limits";
import { openTicket } from "../tickets/open-ticket.server";
import { addressOfPerson, findPersonByAddress } from "../tickets/person-by-address.server";
import { replyToTicket } from "../tickets/say-in-ticket.server";
import { standingTickets } from "../tickets/visible-tickets.server";
import { commentByMail } from "./comment-by-mail.server";
import type { ReadMail } from "./mail";
import { mailToMarkdown, plainSubject } from "./mail-text";
import { takeMailFiles } from "./take-files.server";

interface ReceiveMail {
  /** Of the row that keeps it. */
  id: string;
  mail: ReadMail;
  /** The domain whose mail comes here, and the secret that its reply addresses are made of. */
  domain: string;
  secret: string;
  portal: Portal;
  store: FileStore;
  at?: Date;
}

interface Outcome {
  outcome: MailOutcome;
  reason?: string;
  ticketId?: string;
  postId?: string;
  /** What it has become in a ticket. */
  messageId?: string;
}

/** Does with a mail what has to be done, and writes down what that was; the same again does the same. */
export async function receiveMail(db: Db, input: ReceiveMail): Promise<void> {
  const { id, mail } = input;
  const { outcome, reason, ticketId, postId, messageId } = await settle(db, input);
  if (messageId) {
    const { store, portal, at = new Date() } = input;
    await takeMailFiles(db, { messageId, files: mail.attachments, limits: portal.settings, store, at });
  }
  await db
    .update(incomingMails)
    .set({
      outcome,
      reason,
      ticketId,
      postId,
      sender: mail.from ? (readAddress(mail.from.address) ?? null) : null,
      subject: cleanLine(mail.subject).slice(0, ticketLimits.subject.max),
    })
    .where(eq(incomingMails.id, id));
}

async function settle(db: Db, input: ReceiveMail): Promise<Outcome> {
  const { mail, domain } = input;
  switch (mail.kind) {
    case "unreadable":
      return { outcome: "unreadable" };
    case "automatic":
      return { outcome: "automatic", reason: mail.autoReason ?? undefined };
    case "bounce":
      return comeBack(db, input, "bounce");
    case "complaint":
      return comeBack(db, input, "complaint");
    case "message": {
      const sender = mail.from && readAddress(mail.from.address);
      if (!sender) return { outcome: "astray", reason: "no sender" };
      // Our own mails that come back to us would go round for ever.
      if (sender.endsWith(`@${domain}`)) return { outcome: "automatic", reason: "our own address" };
      return takeMessage(db, input, sender);
    }
  }
}

const day = 24 * 60 * 60_000;
/** Mails that one address may send in a day, each of which mails others. */
const mostOfDay = 100;

async function takeMessage(db: Db, input: ReceiveMail, sender: string): Promise<Outcome> {
  const { mail, id, at = new Date() } = input;
  const body = mailToMarkdown(cleanText(mail.text));
  if (!body && mail.attachments.length === 0) return { outcome: "empty" };
  if ((await countOfDay(db, sender, at)) > mostOfDay) return { outcome: "flood" };
  const sameAs = mail.messageId ?? id;
  const answered = readAddressedTo(input, readCommentReplyToken);
  if (answered) {
    if (isForged(mail)) return { outcome: "refused", reason: "forged" };
    if (!body) return { outcome: "empty" };
    const commentId = idOf(mail, id, answered.notificationId);
    return commentByMail(db, { answered, mailId: id, sender, body, commentId, sameAs, portal: input.portal, at });
  }
  const said = { body, quoted: cleanText(mail.quoted), source: "mail" as const, sameAs, at };
  // Whatever answers what was forwarded is between the team and whoever it went to.
  const outside = await findForwarded(db, input);
  const ticketId = outside ?? (await findTicket(db, input));
  if (!ticketId) return isToUs(input) ? openByMail(db, { ...input, said, sender }) : { outcome: "astray" };
  const person = outside ? undefined : await findPersonByAddress(db, ticketId, sender);
  if (!person || person.isBlocked || isForged(mail)) {
    const held = {
      id: idOf(mail, id, ticketId),
      ticketId,
      sender,
      senderName: cleanLine(mail.from?.name ?? ""),
      ...said,
    };
    await holdMessage(db, held);
    return { outcome: "held", ticketId, messageId: held.id };
  }
  const reply = await replyToTicket(db, { personId: person.id, id: idOf(mail, id, person.id), ...said });
  return { outcome: "answered", ticketId, messageId: reply.id };
}

/** The same mail, sent twice, is one message. */
const idOf = ({ messageId }: ReadMail, id: string, scope: string): string => uuidFrom(messageId ?? id, scope);

/** Whether the server that took it says that it does not come from where it says. */
const isForged = ({ authenticationResults }: ReadMail): boolean =>
  authenticationResults.some((result) => /\bdmarc\s*=\s*fail\b/i.test(result.slice(0, 2000)));

const countOfDay = (db: Db, sender: string, at: Date): Promise<number> =>
  db.$count(
    incomingMails,
    and(eq(incomingMails.sender, sender), gt(incomingMails.receivedAt, new Date(at.getTime() - day))),
  );

const addressesOf = ({ deliveredTo, to, cc }: ReadMail): string[] =>
  [...deliveredTo, ...[...to, ...cc].map(({ address }) => address)].map((address) => address.toLowerCase());

const isToUs = ({ mail, domain }: ReceiveMail): boolean =>
  addressesOf(mail).some((address) => address.endsWith(`@${domain}`));

/** What the reply address stands for that a mail was sent to. */
function readAddressedTo<What>(
  { mail, domain, secret }: ReceiveMail,
  read: (secret: string, token: string) => What | undefined,
): What | undefined {
  for (const address of addressesOf(mail)) {
    const [, token] = /^reply\+([\da-f]{56})@/.exec(address) ?? [];
    const what = token && address.endsWith(`@${domain}`) ? read(secret, token) : undefined;
    if (what) return what;
  }
}

/** The ticket of which something was forwarded to whoever answers that. */
async function findForwarded(db: Db, input: ReceiveMail): Promise<string | undefined> {
  const noteId = readAddressedTo(input, readForwardToken);
  if (!noteId) return;
  const [found] = await db
    .select({ id: tickets.id })
    .from(ticketMessages)
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(and(eq(ticketMessages.id, noteId), standingTickets()));
  return found?.id;
}

/** The ticket that a mail goes on with: by the address that it was sent to, or else by what it refers to. */
async function findTicket(db: Db, input: ReceiveMail): Promise<string | undefined> {
  const named = readAddressedTo(input, readReplyToken);
  if (named) {
    const [found] = await db
      .select({ id: tickets.id })
      .from(ticketPeople)
      .innerJoin(tickets, eq(tickets.id, ticketPeople.ticketId))
      .where(and(eq(ticketPeople.id, named), standingTickets()));
    if (found) return found.id;
  }
  const { references, inReplyTo } = input.mail;
  const ids = [...inReplyTo, ...references].flatMap((reference) => {
    const [, id] = /^ticket-([\da-f-]{36})@/.exec(reference) ?? [];
    return isId(id) ? [id] : [];
  });
  if (ids.length === 0) return;
  const found = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(isAnyOf(tickets.id, ids), standingTickets()));
  return ids.find((id) => found.some((ticket) => ticket.id === id));
}

interface ByMail extends ReceiveMail {
  sender: string;
  said: { body: string; quoted: string; source: "mail"; sameAs: string; at: Date };
}

async function openByMail(db: Db, { mail, id, sender, portal, said }: ByMail): Promise<Outcome> {
  const [category] = await db
    .select({ id: ticketCategories.id })
    .from(ticketCategories)
    .where(isNull(ticketCategories.archivedAt))
    .orderBy(asc(ticketCategories.position), asc(ticketCategories.id))
    .limit(1);
  if (!category) throw new DomainError("categoryNotFound");
  const { body, ...more } = said;
  const subject = cleanLine(plainSubject(mail.subject)).slice(0, ticketLimits.subject.max);
  const name = cleanLine(mail.from?.name ?? "").slice(0, ticketLimits.name.max);
  const ticket = await openTicket(db, {
    viewer: null,
    guest: { name: name || sender, email: sender },
    language: portal.settings.defaultLanguage,
    // A namespace of its own for each sender: nobody's mail is taken for another's.
    id: idOf(mail, id, uuidFrom(sender, mailNamespace)),
    draft: {
      subject: subject || body.slice(0, 80) || cleanLine(mail.attachments[0]?.name ?? ""),
      body,
      categoryId: category.id,
    },
    ...more,
  });
  return { outcome: "opened", ticketId: ticket.id, messageId: ticket.messageId };
}

const mailNamespace = "5d3f2c6e-7d0b-4c1f-9a53-0f6f1a7f0c11";

/** A mail of ours came back: whoever's reply address it was sent to gets no more, where their server or they say so for good. */
async function comeBack(db: Db, input: ReceiveMail, outcome: "bounce" | "complaint"): Promise<Outcome> {
  const { mail, at = new Date() } = input;
  const named = readAddressedTo(input, readReplyToken);
  if (!named) return { outcome };
  const [person] = await db
    .select({ address: addressOfPerson, ticketId: ticketPeople.ticketId })
    .from(ticketPeople)
    .leftJoin(users, eq(users.id, ticketPeople.userId))
    .where(eq(ticketPeople.id, named));
  if (!person) return { outcome };
  const gone =
    outcome === "bounce"
      ? (mail.bounce?.recipients ?? []).filter(({ permanent }) => permanent).map(({ address }) => address)
      : mail.complaint?.feedbackType === "not-spam"
        ? []
        : (mail.complaint?.recipients ?? []);
  if (gone.some((address) => readAddress(address) === person.address)) {
    await db.transaction((tx) =>
      addSuppression(tx, { email: person.address, reason: outcome, response: mail.subject, actorId: null, at }),
    );
  }
  return { outcome, ticketId: person.ticketId };
}
