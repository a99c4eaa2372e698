import type { TicketLookup } from "~/integrations/freshdesk/look-up-ticket.server";
import { htmlToMarkedText, withoutMarks } from "~/integrations/mail/incoming/html-to-marked-text";
import { adoptTicket, isAdopted } from "~/models/support/freshdesk/adopt-ticket.server";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import { mailToMarkdown } from "~/models/support/incoming/mail-text";
import type { Account } from "../account";
import { isStampTag } from "../own-tags";

/** Written by an agent to somebody who has not asked. */
const outbound = 10;

/** Takes a ticket that was opened in Freshdesk in, where it is the desk; resolves to whether it is one of ours then. */
export async function adopt(account: Account, found: TicketLookup, settings: FreshdeskSettingsRow): Promise<boolean> {
  if (found.state !== "here" || !isAdopted(settings, found.ticket.createdAt)) return false;
  const { id: number, tags, source, requesterId, subject, description, type, createdAt } = found.ticket;
  if (tags.some(isStampTag) || source === outbound || !requesterId) return false;
  const contact = await account.freshdesk.getContact(requesterId);
  if (!contact?.email) return false;
  const { defaultLanguage } = (await account.portal.read()).settings;
  await adoptTicket(account.db, {
    ...{ number, requesterId, type, createdAt, subject: subject ?? "" },
    contact: { email: contact.email, name: contact.name ?? "", language: contact.language ?? defaultLanguage },
    body: mailToMarkdown(withoutMarks(htmlToMarkedText(description ?? ""))),
  });
  return true;
}
