import type { Db } from "#db/client.server";
import { DomainError } from "../domain-error";
import type { User } from "../users/viewer";
import type { BulkNoun, Kind } from "./noun";

/** What a change would do to each of some items, and how many people would hear of it. Throws `forbidden`. */
export async function previewBulk<K extends Kind>(
  db: Db,
  noun: BulkNoun<K>,
  { viewer, change, keys }: { viewer: User; change: K["change"]; keys: K["key"][] },
) {
  if (!noun.may(viewer)) throw new DomainError("forbidden");
  const found = await noun.list(db, viewer, keys);
  const items = found.map((item) => ({ ...item, stamp: noun.stampOf(item), verdict: noun.judge(change, item) }));
  const ids = items.filter(({ verdict }) => verdict === "changed").map(({ id }) => id);
  const shown = new Set(found.map((item) => noun.writeKey(noun.keyOf(item))));
  return {
    items,
    gone: keys.filter((key) => !shown.has(noun.writeKey(key))),
    hearers: await noun.countHearers(db, { viewer, change, ids }),
  };
}
