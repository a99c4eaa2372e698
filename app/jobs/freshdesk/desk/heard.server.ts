import type { TicketLookup } from "~/integrations/freshdesk/look-up-ticket.server";
import type { Conversation } from "~/integrations/freshdesk/shapes";
import { htmlToMarkedText } from "~/integrations/mail/incoming/html-to-marked-text";
import { foldQuotes } from "~/integrations/mail/incoming/quotes/fold-quotes";
import { renderInJob } from "~/models/core/text/markdown.server";
import type { Heard, Spoken } from "~/models/support/freshdesk/hear-ticket.server";
import { mailToMarkdown } from "~/models/support/incoming/mail-text";
import type { Account } from "../account";

interface Shown {
  number: number;
  found: TicketLookup;
  said: Conversation[];
  at: Date;
}

/** What Freshdesk shows of a ticket of ours, as the portal takes it in. */
export async function heardOf(account: Account, { number, found, said, at }: Shown): Promise<Heard> {
  const { name } = (await account.portal.read()).settings;
  const spoken: Spoken[] = [];
  for (const one of said.filter(isForRequester)) spoken.push(await spokenOf(one, name));
  const ticket = "ticket" in found ? found.ticket : undefined;
  return {
    ...{ number, state: found.state, spoken, at },
    ...(ticket && {
      ticket: { status: ticket.status, requesterId: ticket.requesterId, updatedAt: ticket.updatedAt },
    }),
    ...(found.state === "merged" && {
      mergedInto: found.into,
      mergedRequesterId: await findRequester(account, found.into),
    }),
  };
}

/** A reply, or a public note; feedback of surveys and what was forwarded to others is no part of the conversation. */
const isForRequester = ({ isPrivate, source }: Conversation): boolean => !isPrivate && (source === 0 || source === 2);

async function spokenOf(
  { id, body, isIncoming, userId, files, createdAt }: Conversation,
  team: string,
): Promise<Spoken> {
  const { text, quoted } = foldQuotes(htmlToMarkedText(body));
  const markdown = mailToMarkdown(text);
  return {
    ...{ id, quoted, html: body, body: markdown, leftOut: files, at: createdAt },
    rendered: await renderInJob(markdown, "freshdesk"),
    contactId: isIncoming ? userId : null,
    // The API does not say what the agent is called.
    name: team,
  };
}

async function findRequester({ freshdesk }: Account, number: number): Promise<string | null> {
  const found = await freshdesk.getTicket(number, { followMerge: false });
  return "ticket" in found ? found.ticket.requesterId : null;
}
