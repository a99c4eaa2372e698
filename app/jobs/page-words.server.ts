import type { PageReason } from "#db/schema/support/pages";
import type { TicketPriority } from "#db/schema/support/tickets";
import type { PageWords } from "~/integrations/pagerduty/pager";
import { categoryName } from "~/models/support/categories/category-name";
import type { findPageFacts } from "~/models/support/paging/claim-page.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { speakTo } from "./speak-to.server";
import type { Tools } from "./tools.server";

type Facts = NonNullable<Awaited<ReturnType<typeof findPageFacts>>>;

const severities = {
  urgent: "critical",
  high: "error",
  medium: "warning",
  low: "info",
} as const satisfies Record<TicketPriority, PageWords["severity"]>;

/** What a page says, in the portal's language: which ticket, where it stands and why; nothing of a customer's. */
export async function pageWords(
  tools: Pick<Tools, "env" | "portal" | "origin">,
  { number, tier, priority, category, reason, at }: Facts & { reason: PageReason; at: Date },
): Promise<PageWords> {
  const { defaultLanguage: language } = (await tools.portal.read()).settings;
  const words = await speakTo(tools, { language });
  const text = writeTicketNumber(number);
  const details = {
    ticket: text,
    tier: `L${tier}`,
    reason: words.t(`paging.reasons.${reason}`),
    category: categoryName(words, category),
    priority: words.t(`ticketPriority.${priority}`),
  };
  return {
    summary: Object.values(details).join(" · "),
    severity: severities[priority],
    at,
    source: tools.origin,
    link: { href: tools.origin + staffTicketPath(number), text },
    details,
  };
}
