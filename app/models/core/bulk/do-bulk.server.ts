import type { Db } from "#db/client.server";
import { bulkActions } from "#db/schema";
import { DomainError } from "../domain-error";
import { settleId } from "../settle-id.server";
import type { User } from "../users/viewer";
import { mostChosen } from "./limits";
import type { Act, BulkNoun, Held, Kind } from "./noun";
import type { Verdict } from "./verdict";

interface DoBulk<K extends Kind> {
  viewer: User;
  /** Made by the form. */
  id: string;
  change: K["change"];
  /** The items as the preview showed them. */
  chosen: { number: K["key"]; stamp: string }[];
  at?: Date;
}

/**
 * Makes one change to several items, all in one transaction. Those that have changed since the preview, and those that
 * refuse the change, are left out and remembered as such. Resolves to the id of what was done. Throws `forbidden`,
 * `nothingChosen`, `idTaken`, or what the noun refuses.
 */
export async function doBulk<K extends Kind>(
  db: Db,
  noun: BulkNoun<K>,
  { viewer, id: clientId, change, chosen, at = new Date() }: DoBulk<K>,
): Promise<{ id: string }> {
  if (!noun.may(viewer)) throw new DomainError("forbidden");
  if (chosen.length === 0 || chosen.length > mostChosen) throw new DomainError("nothingChosen");
  return db.transaction(async (tx) => {
    await noun.prepare(tx, viewer, change);
    const sent = { viewer, id: clientId, content: { noun: noun.noun, change, chosen } };
    const { id, isThere, fingerprint } = await settleId(tx, { table: bulkActions, owner: bulkActions.actorId }, sent);
    if (isThere) return { id };
    const action = { id, noun: noun.noun, actorId: viewer.id, change: noun.writeChange(change) };
    await tx.insert(bulkActions).values({ ...action, createdAt: at, fingerprint });
    const stamps = new Map(chosen.map(({ number, stamp }) => [noun.writeKey(number), stamp]));
    const outcomes = [];
    const keys = chosen.map(({ number }) => number);
    for (const item of await noun.hold(tx, viewer, keys)) {
      const stamp = stamps.get(noun.writeKey(noun.keyOf(item)));
      outcomes.push({ bulkActionId: id, ...(await changeOne(tx, noun, { viewer, change, at, stamp }, item)) });
    }
    if (outcomes.length > 0) await tx.insert(noun.outcomes.table).values(outcomes as never[]);
    return { id };
  });
}

async function changeOne<K extends Kind>(
  tx: Db,
  noun: BulkNoun<K>,
  { stamp, ...act }: Act<K> & { stamp: string | undefined },
  item: Held<K>,
) {
  const verdict = verdictOn(noun, act.change, item, stamp);
  const before = noun.standingOf(item);
  if (verdict === "changed") await noun.apply(tx, act, item);
  const after = verdict === "changed" ? noun.after(act.change, before) : before;
  return { [noun.outcomes.itemName]: item.id, verdict, before, after };
}

function verdictOn<K extends Kind>(
  noun: BulkNoun<K>,
  change: K["change"],
  item: Held<K>,
  stamp: string | undefined,
): Verdict {
  if (noun.isGone(item)) return "gone";
  return noun.stampOf(item) === stamp ? noun.judge(change, item) : "stale";
}
