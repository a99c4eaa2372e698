import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { supportPolicies } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { type Move, placeAfter, placed, placeOf } from "../../core/in-order";
import { keepOrder } from "../../core/keep-order.server";
import { makeOnce } from "../../core/make-once.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { PolicyDraft } from "./policy-draft";
import { askForRenewal } from "./renew-promises.server";
import { listPolicies, listSchedules, type Policy } from "./rules.server";

/** Of a portal. */
const mostPolicies = 200;

interface Change {
  viewer: User;
  at?: Date;
}

/** `id`: made by the form, which makes one policy however often it is sent. Throws `forbidden`, `promiseNameless`, `scheduleGone` or `tooManyPolicies`. */
export async function createPolicy(
  db: Db,
  { viewer, id, draft, at = new Date() }: Change & { id?: string; draft: PolicyDraft },
): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    await makeOnce(tx, { viewer, id, content: { policy: draft }, at }, async () => {
      if (policies.length >= mostPolicies) throw new DomainError("tooManyPolicies", { params: { max: mostPolicies } });
      const columns = await columnsIn(tx, draft, null);
      const [policy] = await tx
        .insert(supportPolicies)
        .values({ ...columns, position: 0 })
        .returning();
      if (!policy) throw new Error("A policy was not there after it was added.");
      await keepOrder(tx, supportPolicies, placed(policies, policy, draft.position));
      const data = { ...named(policy), isOff: policy.isOff };
      await recordEvent(tx, { type: "support_policy.created", actorId: viewer.id, data, at });
      return policy.id;
    });
  });
}

/** Throws `forbidden`, `notFound`, `promiseNameless` or `scheduleGone`. */
export async function editPolicy(
  db: Db,
  { viewer, id, draft, at = new Date() }: Change & { id: number; draft: PolicyDraft },
): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    const columns = await columnsIn(tx, draft, findPolicy(policies, id));
    const [policy] = await tx.update(supportPolicies).set(columns).where(eq(supportPolicies.id, id)).returning();
    if (!policy) throw new DomainError("notFound");
    await keepOrder(tx, supportPolicies, placed(policies, policy, draft.position));
    const data = { ...named(policy), isOff: policy.isOff };
    await recordEvent(tx, { type: "support_policy.edited", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden` or `notFound`. */
export async function movePolicy(
  db: Db,
  { viewer, id, move, at = new Date() }: Change & { id: number; move: Move },
): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    const policy = findPolicy(policies, id);
    const [before, place] = [placeOf(policies, policy), placeAfter(policies, policy, move)];
    if (place === before) return;
    await keepOrder(tx, supportPolicies, placed(policies, policy, place));
    const data = { ...named(policy), step: place < before ? ("up" as const) : ("down" as const) };
    await recordEvent(tx, { type: "support_policy.moved", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden` or `notFound`. */
export async function deletePolicy(db: Db, { viewer, id, at = new Date() }: Change & { id: number }): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    const policy = findPolicy(policies, id);
    await tx.delete(supportPolicies).where(eq(supportPolicies.id, id));
    await recordEvent(tx, { type: "support_policy.deleted", actorId: viewer.id, data: named(policy), at });
  });
}

/** Whoever changes policies takes turns, and tickets under way get what is promised then. */
async function change(
  db: Db,
  viewer: User,
  at: Date,
  act: (tx: Db, policies: Policy[]) => Promise<void>,
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await askForRenewal(tx, at);
    await act(tx, await listPolicies(tx));
  });
}

export function findPolicy(policies: Policy[], id: number): Policy {
  const policy = policies.find((one) => one.id === id);
  if (!policy) throw new DomainError("notFound");
  return policy;
}

const named = ({ id, key, name }: Policy) => ({ policyId: id, key, name });

async function columnsIn(tx: Db, draft: PolicyDraft, before: Policy | null) {
  const columns = columnsOf(draft, before);
  const schedules = await listSchedules(tx);
  const isThere = columns.scheduleId === null || schedules.some(({ id }) => id === columns.scheduleId);
  if (!isThere) throw new DomainError("scheduleGone", { field: "scheduleId" });
  return columns;
}

/** What a form says of a policy. Throws `promiseNameless` where it would have no name. */
export function columnsOf(draft: PolicyDraft, before: Pick<Policy, "key"> | null) {
  const { name, isVip, isUsual, categories, priorities, tags, companies, first, next, resolution } = draft;
  if (!name && !before?.key) throw new DomainError("promiseNameless", { field: "name" });
  return {
    name,
    conditions: {
      ...(isVip && { isVip }),
      ...(isUsual && { isUsual }),
      ...{ categories, priorities, tags, companies },
    },
    firstSeconds: first,
    nextSeconds: next,
    resolutionSeconds: resolution,
    scheduleId: draft.scheduleId || null,
    isOff: draft.isOff,
  };
}
