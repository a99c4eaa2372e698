import { decodeBytes } from "../decode-bytes";
import type { MimePart } from "../mime-part";
import { partsOf } from "../read-body";
import { type MailHeaders, readIds } from "../read-headers";
import { readFieldGroups } from "./status-fields";

const headLength = 100_000;

/** The headers of the mail that a report is about, where it brings them along. */
export function originalHeaders(root: MimePart): MailHeaders | undefined {
  const part = partsOf(root).find(({ type }) =>
    /^(?:message\/(?:rfc822|global|partial)|(?:text|message)\/(?:rfc822|global)-?headers?)$/.test(type.value),
  );
  if (!part) return undefined;
  return readFieldGroups(decodeBytes(part.content.subarray(0, headLength)).trimStart())[0];
}

/** The id of that mail, from its headers, from what the text quotes of them, or from what the report answers. */
export function originalId(root: MimePart, headers: MailHeaders, text: string): string | null {
  const own = headers.ids("message-id")[0];
  const quoted = /^[> ]*Message-I[dD]: *\n? *(<[^<>\s]{1,998}>|[^<>\s]{1,400}@[^<>\s]{1,400})/m.exec(
    text.slice(0, headLength),
  )?.[1];
  const candidates = [
    originalHeaders(root)?.ids("message-id")[0],
    quoted && readIds(quoted)[0],
    headers.ids("in-reply-to")[0],
    headers.ids("references").at(-1),
  ];
  return candidates.find((id) => id !== undefined && id !== "" && id !== own) ?? null;
}
