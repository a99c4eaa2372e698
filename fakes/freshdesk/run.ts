// `npm run freshdesk:simulator`: a simulated Freshdesk to look around in, with the agents' side at its address.
import { fillDesk } from "./fixtures";
import { startFreshdesk } from "./freshdesk";

const freshdesk = await startFreshdesk({ port: Number(process.env.PORT || 3750), rate: { plan: "growth" } });
const { FRESHDESK_WEBHOOK_URL: webhook, FRESHDESK_WEBHOOK_SECRET: secret } = process.env;
fillDesk(freshdesk);
if (webhook) freshdesk.onWebhook(webhook, secret);

console.log(`Simulated Freshdesk, in memory. What agents see: ${freshdesk.url}/

To let the portal talk to it:
  FRESHDESK_DOMAIN=${freshdesk.url} FRESHDESK_API_KEY=${freshdesk.apiKey}

${webhook ? `Its webhooks go to ${webhook}.` : "With FRESHDESK_WEBHOOK_URL and FRESHDESK_WEBHOOK_SECRET it calls the portal's webhook."}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => freshdesk.stop());
}
