import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketRules } from "#db/schema";
import type { RuleActions } from "#db/schema/support/ticket-rules";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { RuleDraft } from "./draft";

interface CreateRule {
  viewer: User;
  draft: RuleDraft;
  at?: Date;
}

/** Throws `forbidden`, `ruleIdle` or `ruleForNobody`. */
export async function createRule(db: Db, { viewer, draft, at = new Date() }: CreateRule): Promise<{ id: number }> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const columns = columnsOf(draft);
  return db.transaction(async (tx) => {
    const [rule] = await tx.insert(ticketRules).values(columns).returning({ id: ticketRules.id });
    if (!rule) throw new Error("A rule was not there after it was added.");
    const data = { ruleId: rule.id, name: draft.name, isOff: draft.isOff };
    await recordEvent(tx, { type: "ticket_rule.created", actorId: viewer.id, data, at });
    return rule;
  });
}

/** Throws `forbidden`, `notFound`, `ruleIdle` or `ruleForNobody`. */
export async function editRule(
  db: Db,
  { viewer, id, draft, at = new Date() }: CreateRule & { id: number },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const columns = columnsOf(draft);
  await db.transaction(async (tx) => {
    const [rule] = await tx
      .update(ticketRules)
      .set(columns)
      .where(eq(ticketRules.id, id))
      .returning({ id: ticketRules.id });
    if (!rule) throw new DomainError("notFound");
    const data = { ruleId: id, name: draft.name, isOff: draft.isOff };
    await recordEvent(tx, { type: "ticket_rule.edited", actorId: viewer.id, data, at });
  });
}

/** What it has done stays. Throws `forbidden`. */
export async function deleteRule(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: number; at?: Date },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [rule] = await tx.delete(ticketRules).where(eq(ticketRules.id, id)).returning({ name: ticketRules.name });
    if (!rule) return;
    const data = { ruleId: id, name: rule.name };
    await recordEvent(tx, { type: "ticket_rule.deleted", actorId: viewer.id, data, at });
  });
}

/** What a form says of a rule. Throws `ruleIdle` where it would do nothing, and `ruleForNobody`. */
export function columnsOf(draft: RuleDraft) {
  const { name, position, occasion, words, categories, companies, languages, addresses, isOff } = draft;
  const conditions = { words, categories, companies, languages, addresses };
  return { name, position, occasion, conditions, actions: actionsOf(draft), isOff };
}

function actionsOf({ assign, among, priority, tags, replyId, tier }: RuleDraft): RuleActions {
  if (assign && among.length === 0) throw new DomainError("ruleForNobody");
  if (!assign && !priority && !replyId && !tier && tags.length === 0) throw new DomainError("ruleIdle");
  return {
    ...(assign && { assign: { how: assign, among } }),
    ...(priority && { priority }),
    tags,
    ...(replyId && { replyId }),
    ...(tier && { tier: Number(tier) }),
  };
}
