import { withoutMarks } from "./html-to-marked-text";
import { type IncomingMail, unreadableMail } from "./incoming-mail";
import { automaticReason, hasEmptyReturnPath } from "./kinds/automatic";
import { readBounce } from "./kinds/bounce";
import { readComplaint } from "./kinds/complaint";
import { limits } from "./limits";
import type { MimePart } from "./mime-part";
import { parseMime, startsWithHeader } from "./parse-mime.server";
import { foldQuotes } from "./quotes/fold-quotes";
import { isForwardSubject } from "./quotes/separators";
import { readBody } from "./read-body";
import { MailHeaders } from "./read-headers";

/**
 * What a raw mail (RFC 5322) says. Takes time that grows with its size and no faster, but seconds for the largest:
 * where others wait, `readMailAside` is to be asked. What cannot be read, or exceeds the limits, is `unreadable`;
 * nothing is thrown.
 */
export function readMail(raw: Uint8Array): IncomingMail {
  if (raw.byteLength > limits.mail || !startsWithHeader(raw)) return unreadableMail();
  try {
    return describe(parseMime(raw));
  } catch {
    return unreadableMail();
  }
}

function describe(root: MimePart): IncomingMail {
  const headers = new MailHeaders(root.headers);
  const { text, attachments } = readBody(root);
  const plain = withoutMarks(text);
  const complaint = readComplaint(root, headers, plain);
  const bounce = complaint ? undefined : readBounce(root, headers, plain);
  const autoReason = automaticReason(headers);
  const isReport = complaint !== undefined || bounce !== undefined;
  const subject = headers.text("subject");
  return {
    kind: complaint ? "complaint" : bounce ? "bounce" : autoReason ? "automatic" : "message",
    messageId: headers.ids("message-id")[0] ?? null,
    inReplyTo: headers.ids("in-reply-to"),
    references: headers.ids("references"),
    from: headers.addresses("from")[0] ?? headers.addresses("sender")[0] ?? null,
    replyTo: headers.addresses("reply-to"),
    to: headers.addresses("to"),
    cc: headers.addresses("cc"),
    deliveredTo: deliveredTo(headers),
    subject,
    date: dateOf(headers),
    ...(isReport ? { text: plain.trim(), quoted: "" } : foldQuotes(text, { passesOn: isForwardSubject(subject) })),
    returnPathEmpty: hasEmptyReturnPath(headers),
    autoReason,
    authenticationResults: headers.all("authentication-results").slice(0, limits.ids),
    ...(bounce && { bounce }),
    ...(complaint && { complaint }),
    attachments,
  };
}

const envelopes = [
  "delivered-to",
  "x-original-to",
  "envelope-to",
  "x-envelope-to",
  "x-delivered-to",
  "x-forwarded-to",
  "x-rcpt-to",
];

function deliveredTo(headers: MailHeaders): string[] {
  const named = envelopes.flatMap((name) => headers.addresses(name)).map(({ address }) => address);
  const received = headers
    .all("received")
    .flatMap((value) => /\bfor\s+<([^<>\s]+@[^<>\s]+)>/i.exec(value.slice(0, 2000))?.[1] ?? []);
  return [...new Set([...named, ...received])].slice(0, limits.addresses);
}

function dateOf(headers: MailHeaders): Date | null {
  const date = new Date((headers.get("date") ?? "").slice(0, 100).replace(/\(.*$/, ""));
  return Number.isNaN(date.getTime()) ? null : date;
}
