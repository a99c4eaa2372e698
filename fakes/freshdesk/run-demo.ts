// The Freshdesk beside `npm run demo -- --freshdesk`: a process of its own, which tells the demo where it is.
import { demoTickets } from "./demo-tickets";
import { startFreshdesk } from "./freshdesk";

const freshdesk = await startFreshdesk({ port: Number(process.env.FRESHDESK_PORT || 3750), rate: { plan: "pro" } });
const { account } = freshdesk;
for (const name of ["Northwind", "Larkspur", "Brightwater"])
  account.addCompany(name, [`${name.toLowerCase()}.example`]);
const links = demoTickets.map(({ post, ...ticket }) => ({ post, ticket: freshdesk.createTicket({ ...ticket }).id }));
// One that nobody has linked yet.
freshdesk.createTicket({
  email: "mara@northwind.example",
  subject: "Is there a dark mode?",
  description: "<p>Half of our team works nights. The white pages hurt.</p>",
});

process.on("message", ({ webhook, secret }: { webhook: string; secret: string }) =>
  freshdesk.onWebhook(webhook, secret),
);
process.once("disconnect", () => freshdesk.stop().then(() => process.exit()));
process.send?.({ url: freshdesk.url, apiKey: freshdesk.apiKey, links });
