import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { supportPolicies } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
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

/** Throws `forbidden`, `promiseNameless`, `scheduleGone` or `tooManyPolicies`. */
export async function createPolicy(
  db: Db,
  { viewer, draft, at = new Date() }: Change & { draft: PolicyDraft },
): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    if (policies.length >= mostPolicies) throw new DomainError("tooManyPolicies", { params: { max: mostPolicies } });
    const columns = await columnsIn(tx, draft, null);
    const [policy] = await tx
      .insert(supportPolicies)
      .values({ ...columns, position: 0 })
      .returning();
    if (!policy) throw new Error("A policy was not there after it was added.");
    await order(tx, placed(policies, policy, draft.position));
    const data = { ...named(policy), isOff: policy.isOff };
    await recordEvent(tx, { type: "support_policy.created", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden`, `notFound`, `promiseNameless` or `scheduleGone`. */
export async function editPolicy(
  db: Db,
  { viewer, id, draft, at = new Date() }: Change & { id: number; draft: PolicyDraft },
): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    const columns = await columnsIn(tx, draft, find(policies, id));
    const [policy] = await tx.update(supportPolicies).set(columns).where(eq(supportPolicies.id, id)).returning();
    if (!policy) throw new DomainError("notFound");
    await order(tx, placed(policies, policy, draft.position));
    const data = { ...named(policy), isOff: policy.isOff };
    await recordEvent(tx, { type: "support_policy.edited", actorId: viewer.id, data, at });
  });
}

/** One place up or down. Throws `forbidden` or `notFound`. */
export async function movePolicy(
  db: Db,
  { viewer, id, step, at = new Date() }: Change & { id: number; step: "up" | "down" },
): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    const policy = find(policies, id);
    const place = policies.indexOf(policy) + 1 + (step === "up" ? -1 : 1);
    await order(tx, placed(policies, policy, Math.max(1, place)));
    const data = { ...named(policy), step };
    await recordEvent(tx, { type: "support_policy.moved", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden` or `notFound`. */
export async function deletePolicy(db: Db, { viewer, id, at = new Date() }: Change & { id: number }): Promise<void> {
  await change(db, viewer, at, async (tx, policies) => {
    const policy = find(policies, id);
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

function find(policies: Policy[], id: number): Policy {
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

/** Policies in their order, with one of them, or another, at a place, from 1 on; beyond the last one it is the last. */
export function placed(policies: Policy[], policy: Policy, place: number): Policy[] {
  const others = policies.filter(({ id }) => id !== policy.id);
  return others.toSpliced(Math.max(0, place - 1), 0, policy);
}

async function order(tx: Db, policies: Policy[]): Promise<void> {
  const places = policies.map(({ id }, i) => ({ id, place: i + 1 }));
  await tx.execute(sql`update support_policies set position = places.place
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as places (id int, place int)
    where support_policies.id = places.id and support_policies.position <> places.place`);
}
