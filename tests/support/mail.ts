import { JSDOM } from "jsdom";
import { createTransport } from "nodemailer";
import PostalMime, { type Email } from "postal-mime";
import type { OutgoingMail } from "~/integrations/mail/mailer";

export interface ParsedMail extends Email {
  html: string;
  text: string;
  document: Document;
  /** By lower-case name, unfolded. */
  header(name: string): string | undefined;
}

/** A mail as it arrives: put into MIME, and taken apart by another program. */
export async function parsed({ id: _, ...mail }: OutgoingMail): Promise<ParsedMail> {
  const wire = createTransport({ streamTransport: true, buffer: true });
  const { message } = await wire.sendMail({ from: "Groundswell <posts@example.com>", ...mail });
  const email = await PostalMime.parse(message as Buffer);
  return {
    ...email,
    html: email.html ?? "",
    text: email.text ?? "",
    document: new JSDOM(email.html ?? "").window.document,
    header: (name) => email.headers.find(({ key }) => key === name)?.value,
  };
}

export const bytes = (text: string): number => Buffer.byteLength(text);

/** What a reader of the HTML sees, on one line. */
export const visible = ({ document }: ParsedMail): string => document.body.textContent?.replace(/\s+/g, " ") ?? "";

export const linksOf = ({ document }: ParsedMail): string[] =>
  [...document.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
