import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events } from "#db/schema";
import { wordsIn } from "~/i18n";
import { languages } from "~/i18n/languages";
import { applyRules } from "~/models/support/routing/apply-rules.server";
import { ruleDraft } from "~/models/support/routing/draft";
import { createRule } from "~/models/support/routing/edit-rules.server";
import type { Stage, Step } from "../stage";
import { categoryId } from "./find-told.server";

/** Days before the portal is seeded: what was asked before had no rules. */
const since = 8;

/** What Ada has the desk do by itself with each new ticket. */
export function planRules({ people, moment }: Stage): Step[] {
  const rules = async (tx: Db) => [
    {
      name: "Money goes to Mona",
      words: "invoice\nRechnung\nvirement\ncobrança",
      assign: "turns",
      among: [people.mona.id],
      tags: "billing",
    },
    {
      name: "Security begins at L2",
      categories: String(await categoryId(tx, "security_issue")),
      tier: "2",
    },
    { name: "Not in English", languages: ["de", "ar"], tags: "translate" },
  ];
  const at = moment(since);
  const run = async (tx: Db) => {
    for (const [i, rule] of (await rules(tx)).entries()) {
      const draft = ruleDraft.parse({ ...rule, position: String(i + 1), occasion: "opened" });
      await createRule(tx, { viewer: people.ada, draft, at });
    }
  };
  return [{ at, run }];
}

const speak = async (language: string) => wordsIn(languages.find((one) => one === language) ?? "en");

/** No job runs here; this one would have. */
export async function routeNew(tx: Db, ticketId: string, at: Date): Promise<void> {
  const isOpening = and(eq(events.ticketId, ticketId), eq(events.type, "ticket.opened"));
  const [opened] = await tx.select({ id: events.id }).from(events).where(isOpening);
  if (opened) await applyRules(tx, { eventId: opened.id, speak, at });
}
