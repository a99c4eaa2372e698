import { decodeBytes } from "./decode-bytes";
import { htmlToMarkedText } from "./html-to-marked-text";
import type { MailAttachment } from "./incoming-mail";
import { limits } from "./limits";
import type { MimePart } from "./mime-part";
import { readAttachment } from "./read-attachment";
import { unflow } from "./unflow";

export interface MailBody {
  /** Plain, with quotes of HTML marked as {@link htmlToMarkedText} does. */
  text: string;
  attachments: MailAttachment[];
}

/** What a person is shown of a mail, and what is attached to it. */
export function readBody(root: MimePart): MailBody {
  const parts = partsOf(root);
  const shown = new Set(shownParts(root, limits.depth));
  const attached = parts.filter((part) => !isMultipart(part) && !shown.has(part) && !isText(part));
  return {
    text: [...shown]
      .map(textOf)
      .filter((text) => text.trim() !== "")
      .join("\n\n"),
    attachments: attached.slice(0, limits.attachments).map(readAttachment),
  };
}

/** All parts, a mail within the mail being one. */
export function partsOf(root: MimePart): MimePart[] {
  const parts = [root];
  for (const part of parts) {
    if (parts.length >= limits.parts) break;
    parts.push(...part.children.slice(0, limits.parts - parts.length));
  }
  return parts;
}

/** The parts that make up the text, one form of each; their order is that of the mail. */
function shownParts(part: MimePart, depth: number): MimePart[] {
  if (depth < 0) return [];
  const children = part.children.slice(0, limits.parts);
  if (!isMultipart(part)) return isText(part) ? [part] : [];
  // Its boundary is nowhere to be found: better all of it than nothing.
  if (children.length === 0) return [part];
  if (part.type.value !== "multipart/alternative") return children.flatMap((child) => shownParts(child, depth - 1));
  const forms = children.map((child) => shownParts(child, depth - 1)).filter((form) => form.some(saysSomething));
  return forms.find((form) => form.every((text) => !isHtml(text))) ?? forms.at(-1) ?? [];
}

const isMultipart = ({ type }: MimePart): boolean => type.value.startsWith("multipart/");

const saysSomething = (part: MimePart): boolean => textOf(part).trim() !== "";

const isHtml = ({ type }: MimePart): boolean => type.value === "text/html";

/** Whether a part is to be read in the mail itself. */
function isText({ type, disposition }: MimePart): boolean {
  const { value, params } = type;
  if (disposition.value === "attachment" || disposition.params.filename) return false;
  return !params.name && (value === "" || /^text\/(plain|html|enriched|markdown|x-.*)$/.test(value));
}

const texts = new WeakMap<MimePart, string>();

/** The text of a part, of HTML its marked text. */
function textOf(part: MimePart): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const { charset, format, delsp } = part.type.params;
  const decoded = decodeBytes(part.content, charset);
  const isFlowed = format?.toLowerCase() === "flowed";
  const text = isHtml(part)
    ? htmlToMarkedText(decoded)
    : isFlowed
      ? unflow(decoded, delsp?.toLowerCase() === "yes")
      : decoded;
  texts.set(part, text);
  return text;
}
