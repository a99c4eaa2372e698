import type { SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import type { InboxNoun } from "#db/schema/feedback/inbox";
import type { User } from "../users/viewer";
import type { Verdict } from "./verdict";

/** The types of one noun. */
export interface Kind {
  /** What people call one of them. */
  key: unknown;
  change: unknown;
  /** One of them, as it is shown. */
  seen: { id: string };
  /** What is known of it beside that where it is held. */
  held: object;
  /** The values that a change may alter, as they are kept. */
  standing: unknown;
}

export type Held<K extends Kind> = K["seen"] & K["held"];

/** What a change to several things at once has to know of what they are: posts, or tickets. */
export interface BulkNoun<K extends Kind> {
  noun: InboxNoun;
  outcomes: Outcomes;
  may: (viewer: User) => boolean;
  readChange: (text: string) => K["change"] | undefined;
  writeChange: (change: K["change"]) => string;
  /** How a form names one of them. */
  writeKey: (key: K["key"]) => string;
  keyOf: (item: K["seen"]) => K["key"];
  /** Those that a change could be about, as far as the viewer sees them, in the order of their numbers. */
  list: (db: Db, viewer: User, keys: K["key"][]) => Promise<K["seen"][]>;
  /** How many people would hear of it. */
  countHearers: (db: Db, about: { viewer: User; change: K["change"]; ids: string[] }) => Promise<number>;
  /** Holds what has to be held before the items, and refuses a change that makes no sense for any of them. */
  prepare: (tx: Db, viewer: User, change: K["change"]) => Promise<void>;
  /** As far as the viewer sees them; always in the same order, so that nobody waits for ever. */
  hold: (tx: Db, viewer: User, keys: K["key"][]) => Promise<Held<K>[]>;
  isGone: (item: Held<K>) => boolean;
  /** An item as somebody saw it: where it is another by now, it has changed since. */
  stampOf: (item: K["seen"]) => string;
  /** Whether a change would alter an item, or why it would not. */
  judge: (change: K["change"], item: K["seen"]) => Verdict;
  /** The values that a change may alter. */
  standingOf: (item: Held<K>) => K["standing"];
  after: (change: K["change"], before: K["standing"]) => K["standing"];
  /** By the command that changes a single one, with all that follows from it. */
  apply: (tx: Db, act: Act<K>, item: Held<K>) => Promise<void>;
  /** Holds what has to be held before the items, to give them back what they had. */
  prepareUndo?: (tx: Db, change: K["change"], before: K["standing"][]) => Promise<void>;
  judgeUndo: (tx: Db, done: Done<K>, item: Held<K>) => Promise<Verdict>;
  restore: (tx: Db, act: Act<K> & { before: K["standing"] }, item: Held<K>) => Promise<void>;
}

export interface Act<K extends Kind> {
  viewer: User;
  change: K["change"];
  at: Date;
}

export interface Done<K extends Kind> {
  change: K["change"];
  before: K["standing"];
  doneAt: Date;
}

/** The table of what became of each item of a bulk action, and that of the items. */
export interface Outcomes {
  table: PgTable & { bulkActionId: AnyPgColumn; verdict: AnyPgColumn; before: AnyPgColumn; undoVerdict: AnyPgColumn };
  /** Its column of the item, and what that is called. */
  itemId: AnyPgColumn;
  itemName: string;
  items: PgTable & { id: AnyPgColumn };
  key: AnyPgColumn | Record<string, AnyPgColumn>;
  title: AnyPgColumn;
  order: AnyPgColumn[];
  visible: (db: Db, viewer: User) => SQL | undefined;
}
