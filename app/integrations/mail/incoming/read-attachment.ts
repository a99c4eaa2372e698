import { decodeWords } from "postal-mime";
import type { MailAttachment } from "./incoming-mail";
import type { MimePart } from "./mime-part";
import { MailHeaders, oneLine } from "./read-headers";

/** A part as a file. Its name is what the sender chose: no path, but otherwise not to be trusted. */
export function readAttachment({ type: structured, disposition, contentId, content }: MimePart): MailAttachment {
  const type = structured.value || "application/octet-stream";
  const named = disposition.params.filename || structured.params.name || "";
  const id = contentId?.replace(/[<>\s]/g, "") || null;
  return {
    name: plainName(named) || madeUpName(type, content),
    type: oneLine(type),
    content,
    contentId: id,
    inline: disposition.value === "inline" || (id !== null && disposition.value === ""),
  };
}

const longestName = 200;

/** Without folders and control characters. */
const plainName = (name: string): string =>
  oneLine(decodeWords(name.slice(0, 5000)))
    .replace(/^.*[\\/]/, "")
    .slice(-longestName)
    .trim()
    .toWellFormed();

const endings: Record<string, string> = {
  "text/calendar": "invite.ics",
  "application/ms-tnef": "winmail.dat",
  "application/pgp-signature": "signature.asc",
  "application/pkcs7-signature": "smime.p7s",
  "text/rfc822-headers": "headers.txt",
  "message/delivery-status": "delivery-status.txt",
  "message/feedback-report": "feedback-report.txt",
};

function madeUpName(type: string, content: Uint8Array): string {
  if (type === "message/rfc822") return `${subjectOf(content) || "message"}.eml`;
  const known = endings[type];
  if (known) return known;
  const ending = /^[a-z]+\/([a-z0-9]{2,5})$/.exec(type)?.[1];
  return ending ? `attachment.${ending}` : "attachment";
}

/** Of a mail within the mail. */
function subjectOf(content: Uint8Array): string {
  const head = new TextDecoder().decode(content.subarray(0, 16_000)).replace(/\r?\n[ \t]/g, " ");
  const value = /^subject:[ \t]*(.*)$/im.exec(head.split(/\r?\n\r?\n/)[0] ?? "")?.[1] ?? "";
  return plainName(new MailHeaders([{ key: "subject", value }]).text("subject").replace(/[\\/:*?"<>|]/g, " "));
}
