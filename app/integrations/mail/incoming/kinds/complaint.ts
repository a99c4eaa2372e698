import { decodeBytes } from "../decode-bytes";
import type { Complaint } from "../incoming-mail";
import type { MimePart } from "../mime-part";
import { partsOf } from "../read-body";
import { type MailHeaders, readAddresses } from "../read-headers";
import { originalHeaders, originalId } from "./original";
import { readFieldGroups } from "./status-fields";

/** What a recipient's provider reports of a mail of ours (ARF, RFC 5965); undefined where it is no such report. */
export function readComplaint(root: MimePart, headers: MailHeaders, text: string): Complaint | undefined {
  const fields = feedbackOf(root);
  if (!fields && !isHotmail(headers)) return undefined;
  const original = originalHeaders(root);
  const named = ["original-rcpt-to", "removal-recipient"].flatMap((name) => fields?.all(name) ?? []);
  const recipients = [...named, ...headers.all("x-hmxmroriginalrecipient")].flatMap(addressesOf);
  return {
    feedbackType: fields?.get("feedback-type")?.trim().toLowerCase() || "abuse",
    recipients: [...new Set(recipients.length > 0 ? recipients : (original?.all("to") ?? []).flatMap(addressesOf))],
    originalMessageId: originalId(root, headers, text),
  };
}

const addressesOf = (value: string): string[] => readAddresses(value).map(({ address }) => address);

function feedbackOf(root: MimePart): MailHeaders | undefined {
  const isReport = /feedback-report/i.test(root.type.params["report-type"] ?? "");
  for (const { type, content } of partsOf(root)) {
    const { value } = type;
    if (value !== "message/feedback-report" && !(isReport && value === "text/plain")) continue;
    const groups = readFieldGroups(decodeBytes(content));
    const found = groups.find((group) => group.get("feedback-type"));
    if (found) return found;
    if (value === "message/feedback-report") return groups[0];
  }
  return undefined;
}

/** Outlook.com's reports are plain mails. */
const isHotmail = (headers: MailHeaders): boolean =>
  /^complaint about message from /i.test(headers.text("subject")) &&
  (headers.get("x-hmxmroriginalrecipient") !== undefined ||
    /^staff@hotmail\./i.test(headers.addresses("from")[0]?.address ?? ""));
