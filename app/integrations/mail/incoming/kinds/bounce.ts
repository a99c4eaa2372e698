import { decodeBytes } from "../decode-bytes";
import type { Bounce, BouncedRecipient } from "../incoming-mail";
import type { MimePart } from "../mime-part";
import { partsOf } from "../read-body";
import { isAddress, type MailHeaders } from "../read-headers";
import { hasEmptyReturnPath } from "./automatic";
import { bounceSubject, bounceText, copyBelow, delayedText, permanentText } from "./bounce-words";
import { originalId } from "./original";
import { readFieldGroups } from "./status-fields";

/** Recipients of one report. */
const mostRecipients = 500;
/** Characters of text in which a server says what happened. */
const searched = 20_000;

/** What a server says that it could not deliver; undefined where the mail is none of these. */
export function readBounce(root: MimePart, headers: MailHeaders, text: string): Bounce | undefined {
  const reported = reportedRecipients(root);
  if (!reported && !isPlainBounce(headers, text)) return undefined;
  if (reported?.length && reported.every(({ action }) => action !== "failed" && action !== "delayed")) return undefined;
  const recipients = reported?.length ? reported : recipientsInText(headers, text);
  return { recipients: recipients.slice(0, mostRecipients), originalMessageId: originalId(root, headers, text) };
}

/** Those of a delivery report (RFC 3464); undefined where there is no such part, empty where it names nobody. */
function reportedRecipients(root: MimePart): BouncedRecipient[] | undefined {
  const isReport = /delivery-status/i.test(root.type.params["report-type"] ?? "");
  const report = partsOf(root).find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type.value));
  if (!report && !isReport) return undefined;
  const texts = report ? [report] : [root, ...partsOf(root)];
  const groups = texts.flatMap(({ content }) => readFieldGroups(decodeBytes(content)));
  const found = groups.flatMap(readRecipient);
  return [...new Map(found.map((recipient) => [recipient.address, recipient])).values()];
}

const actions = {
  failed: "failed",
  delayed: "delayed",
  delivered: "delivered",
  relayed: "relayed",
  expanded: "expanded",
} as const;

function readRecipient(group: MailHeaders): BouncedRecipient[] {
  const named = ["original-recipient", "final-recipient", "x-actual-recipient"].map((name) =>
    addressOf(group.get(name)),
  );
  const address = named[0] || named[1] || named[2];
  if (!address) return [];
  const status =
    /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get("status") ?? "")?.[0] ?? codeIn(group.get("diagnostic-code") ?? "");
  const word = /^[a-z]+/.exec(group.get("action")?.trim().toLowerCase() ?? "")?.[0] ?? "";
  const action = actions[word as keyof typeof actions] ?? "failed";
  const isExpired = word === "expired";
  return [{ address, action, status, permanent: action === "failed" && !isExpired && !status.startsWith("4") }];
}

/** `rfc822; name@example.com`, with or without brackets. */
function addressOf(value = ""): string {
  const bare = value
    .replace(/^[^;@]*;/, "")
    .trim()
    .replace(/^<|>$/g, "")
    .replace(/^<|>$/g, "");
  return isAddress(bare) ? bare : (/<([^<>\s]+@[^<>\s]+)>/.exec(bare.slice(0, 1000))?.[1] ?? "");
}

const codeIn = (text: string): string => /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0] ?? "";

const machines =
  /^(?:mailer-?_?daemon|post-?master|mail-daemon|mdaemon|mail-?delivery.*|bounces?|double-bounce|mailsystem|majordomo)$/i;
const machineNames =
  /mail(?:er)?[ -]?daemon|mail delivery (?:sub)?system|postmaster|mail administrator|system administrator|mail system|microsoft outlook|systemadministrator|администратор|système|システム管理者/i;

/** A bounce in plain words, as servers wrote and write them. A person's mail about one is none. */
function isPlainBounce(headers: MailHeaders, text: string): boolean {
  if (headers.get("x-failed-recipients") !== undefined) return true;
  const subject = headers.text("subject").slice(0, 500);
  const isFailure = bounceSubject.test(subject);
  const says = bounceText.test(text.slice(0, searched));
  const isAnswer = /^(?:re|aw|fwd?|wg)\s*:/i.test(subject) || headers.get("x-auto-response-suppress") !== undefined;
  if (isMachine(headers)) return isFailure || (says && !isAnswer);
  return hasEmptyReturnPath(headers) && isFailure && says;
}

function isMachine(headers: MailHeaders): boolean {
  const from = headers.addresses("from")[0];
  const local = (from?.address ?? headers.text("from")).split("@")[0]?.replace(/^.*</, "") ?? "";
  return (
    machines.test(local.trim()) || machineNames.test(from?.name.slice(0, 200) ?? headers.text("from").slice(0, 200))
  );
}

/** Those whom the words above the returned mail name, each with the status given next to them. */
function recipientsInText(headers: MailHeaders, text: string): BouncedRecipient[] {
  const start = text.slice(0, searched);
  const copy = copyBelow.exec(start)?.index ?? start.length;
  const said = start.slice(0, copy > 40 ? copy : start.length);
  const isDelayed = delayedText.test(`${headers.text("subject")}\n${said}`) && !permanentText.test(said);
  return failedAddresses(headers, said).map(({ address, words }) => {
    const status = codeIn(words) || codeIn(said);
    const isWaiting = isDelayed && !status.startsWith("5");
    return {
      address,
      action: isWaiting ? "delayed" : "failed",
      status,
      permanent: !isWaiting && !status.startsWith("4"),
    };
  });
}

interface Failed {
  address: string;
  /** What is said of it. */
  words: string;
}

const inText = /[^\s<>"'(),:;[\]]{1,64}@[^\s<>"'(),:;[\]]{1,255}/g;

function failedAddresses(headers: MailHeaders, said: string): Failed[] {
  const named = headers.all("x-failed-recipients").flatMap((value) => value.match(inText) ?? []);
  const ours = new Set(
    ["to", "from"].flatMap((name) => headers.addresses(name)).map(({ address }) => address.toLowerCase()),
  );
  const found = paragraphsByAddress(said).filter(
    ({ address }) => isAddress(address) && !ours.has(address.toLowerCase()),
  );
  if (named.length > 0)
    return unique(named.map((address) => found.find((one) => one.address === address) ?? { address, words: "" }));
  const first = found.filter(({ isFirst }) => isFirst);
  return unique(first.length > 0 ? first : found.slice(0, 1));
}

/** Each line that holds an address, with the lines down to the next. */
function paragraphsByAddress(said: string): (Failed & { isFirst: boolean })[] {
  const found: (Failed & { isFirst: boolean })[] = [];
  for (const line of said.split("\n")) {
    const address = line.match(inText)?.[0]?.replace(/[.,]+$/, "");
    const isFirst = /^[\s<"'*•-]*[^\s<>"']+@/.test(line.slice(0, 400));
    const last = found.at(-1);
    if (address && (isFirst || !last)) found.push({ address, words: line, isFirst });
    else if (last) last.words += `\n${line}`;
  }
  return found;
}

const unique = (failed: Failed[]): Failed[] => [...new Map(failed.map((one) => [one.address, one])).values()];
