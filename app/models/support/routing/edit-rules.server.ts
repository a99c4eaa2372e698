import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketRules } from "#db/schema";
import type { RuleActions } from "#db/schema/support/ticket-rules";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { type Move, placeAfter, placed, placeOf } from "../../core/in-order";
import { keepOrder } from "../../core/keep-order.server";
import { makeOnce } from "../../core/make-once.server";
import { takeTurns } from "../../core/take-turns.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { RuleDraft } from "./draft";
import { listRules } from "./list-rules.server";

interface EditRule {
  viewer: User;
  draft: RuleDraft;
  at?: Date;
}

interface CreateRule extends EditRule {
  /** Made by the form, which makes one rule. */
  id?: string;
}

/** Throws `forbidden`, `ruleIdle` or `ruleForNobody`. */
export async function createRule(db: Db, { viewer, id, draft, at = new Date() }: CreateRule): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const columns = columnsOf(draft);
  await db.transaction(async (tx) => {
    await makeOnce(tx, { viewer, id, content: { rule: columns }, at }, async () => {
      const rules = await holdRules(tx);
      const [rule] = await tx.insert(ticketRules).values(columns).returning({ id: ticketRules.id });
      if (!rule) throw new Error("A rule was not there after it was added.");
      await keepOrder(tx, ticketRules, placed(rules, rule, draft.position));
      const data = { ruleId: rule.id, name: draft.name, isOff: draft.isOff };
      await recordEvent(tx, { type: "ticket_rule.created", actorId: viewer.id, data, at });
      return rule.id;
    });
  });
}

/** Throws `forbidden`, `notFound`, `ruleIdle` or `ruleForNobody`. */
export async function editRule(
  db: Db,
  { viewer, id, draft, at = new Date() }: EditRule & { id: number },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const columns = columnsOf(draft);
  await db.transaction(async (tx) => {
    const rules = await holdRules(tx);
    const [rule] = await tx
      .update(ticketRules)
      .set(columns)
      .where(eq(ticketRules.id, id))
      .returning({ id: ticketRules.id });
    if (!rule) throw new DomainError("notFound");
    await keepOrder(tx, ticketRules, placed(rules, rule, draft.position));
    const data = { ruleId: id, name: draft.name, isOff: draft.isOff };
    await recordEvent(tx, { type: "ticket_rule.edited", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden` or `notFound`. */
export async function moveRule(
  db: Db,
  { viewer, id, move, at = new Date() }: { viewer: User; id: number; move: Move; at?: Date },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const rules = await holdRules(tx);
    const rule = rules.find((one) => one.id === id);
    if (!rule) throw new DomainError("notFound");
    const [before, place] = [placeOf(rules, rule), placeAfter(rules, rule, move)];
    if (place === before) return;
    await keepOrder(tx, ticketRules, placed(rules, rule, place));
    const data = { ruleId: id, name: rule.name, step: place < before ? ("up" as const) : ("down" as const) };
    await recordEvent(tx, { type: "ticket_rule.moved", actorId: viewer.id, data, at });
  });
}

/** Whoever changes their order takes turns. */
async function holdRules(tx: Db) {
  await takeTurns(tx, "ticket rules");
  return listRules(tx);
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
