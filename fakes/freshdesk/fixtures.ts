import { hour } from "./clock";
import type { Freshdesk } from "./freshdesk";

/** A small desk to look at: customers of three companies, who ask for what the portal's posts are about. */
export function fillDesk(freshdesk: Freshdesk): void {
  const { account } = freshdesk;
  account.addCompany("Northwind", ["northwind.example"]);
  account.addCompany("Larkspur Labs", ["larkspur.example"]);
  account.addCompany("Brightwater", ["brightwater.example"]);
  const start = account.clock.now() - 30 * hour;

  const dark = freshdesk.createTicket({
    email: "mara@northwind.example",
    name: "Mara Lind",
    subject: "Is there a dark mode?",
    description: "<p>Half of our team works nights. The white pages hurt.</p>",
    type: "Feature Request",
    tags: ["appearance"],
  });
  freshdesk.reply(dark.id, "<div>Not yet. I will pass it on to the people who build it.</div>");

  const sync = freshdesk.createTicket({
    email: "jonas@larkspur.example",
    name: "Jonas Weber",
    subject: 'Sync says "done" but my notes are missing',
    description: "<p>Since yesterday, on two phones.</p>",
    type: "Incident",
    priority: 3,
    custom_fields: { cf_severity: "S2" },
  });
  freshdesk.addNote(sync.id, "<div>Third one this week. I think it is the new build.</div>");

  const exportTicket = freshdesk.createTicket({
    email: "amal@brightwater.example",
    name: "Amal Haddad",
    subject: "Export to CSV cuts Arabic text",
    description: "<p>The file opens, the words are broken.</p>",
    type: "Problem",
    status: 3,
    source: 15,
  });
  freshdesk.reply(exportTicket.id, "<div>Could you send us the file?</div>");
  freshdesk.customerReply(exportTicket.id, "<div>Here it is.</div>");

  freshdesk.createTicket({
    email: "ben@northwind.example",
    name: "Ben Okafor",
    subject: "Please let me search inside attachments",
    description: "<p>We keep everything in PDFs.</p>",
    type: "Feature Request",
    status: 12,
  });

  const refund = freshdesk.createTicket({
    email: "lea@larkspur.example",
    name: "Léa Martin",
    subject: "We were billed twice",
    description: "<p>Invoice 4411 and 4412 are the same.</p>",
    type: "Refund",
    priority: 4,
  });
  freshdesk.setStatus(refund.id, 4);

  for (const [index, ticket] of [...account.tickets.values()].entries()) {
    ticket.created_at = start + index * 5 * hour;
  }
}
