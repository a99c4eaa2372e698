import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import type { Database, Db } from "#db/client.server";
import { deliverHere, messageId } from "#db/messages.server";
import { borrowDatabase } from "./borrow-database";
import { thisRun } from "./test-files";

const place = inject("database");

/** Whether several connections can really be at work at once. */
export const isServer = place.kind === "server";

/** Whether the same tests are run on a server as well. */
export const isBesideServer = thisRun() === "embedded beside a server";

/** How often something random is tried: a quarter as often where it is tried on a server as well. */
export const triesOf = (usual: number): number => (isBesideServer ? Math.ceil(usual / 4) : usual);

let opened: Database | undefined;
let name = "";
let emptyIt = async () => {};

/** The database of this test file: migrated, and emptied before each test; with its name on a server. */
export const database: Database & { name: string } = new Proxy({} as Database & { name: string }, {
  get: (_target, key) => (key === "name" ? name : Reflect.get(opened ?? missing(), key)),
});

export const db: Db = new Proxy({} as Db, {
  get(_target, name) {
    const value = Reflect.get((opened ?? missing()).db, name);
    return typeof value === "function" ? value.bind(opened?.db) : value;
  },
});

/** A statement as the app sent it. */
export interface Statement {
  text: string;
  params: unknown[];
}

let heard: Statement[] = [];
const logger = {
  logQuery(text: string, params: unknown[]) {
    heard.push({ text, params });
    life.live(!/^\s*select/i.test(text));
  },
};

/** How much somebody still does before they are killed. */
class Life {
  isOver = false;

  constructor(private steps = Number.POSITIVE_INFINITY) {}

  /** Throws from then on, whatever is done. */
  live(isStep = true): void {
    if (this.isOver || (isStep && this.steps-- === 0)) {
      this.isOver = true;
      throw new Error("killed");
    }
  }
}

let life = new Life();

/**
 * Does `work` as somebody who is killed after so many steps: statements that write, committed or not, and what {@link step}
 * says. Resolves to whether they lived to its end.
 */
export async function killAfter(steps: number, work: () => Promise<unknown>): Promise<boolean> {
  const ours = (life = new Life(steps));
  try {
    await work();
  } catch (error) {
    if (!ours.isOver) throw error;
  } finally {
    life = new Life();
  }
  return !ours.isOver;
}

/** Something that leaves a trace outside of the database is about to be done. */
export const step = (): void => life.live();

/** Every statement that the app sends while it does `work`. */
export async function listen(work: () => Promise<unknown>): Promise<Statement[]> {
  heard = [];
  await work();
  return heard;
}

/** What was sent since {@link listen} began. */
export const heardSoFar = (): Statement[] => heard;

function missing(): never {
  throw new Error("Call useDatabase() at the top of the test file.");
}

async function emptyAndSay(): Promise<void> {
  await emptyIt();
  // What an app keeps of the settings is no longer so.
  deliverHere(database.db, { id: messageId(), topic: "settings", text: "" });
}

/**
 * @param kept for files whose tests only read: emptied before the first of them only
 * @param isNew as the migrations leave it, with the board and the labels that a new portal has; never emptied
 */
export function useDatabase({ kept = false, isNew = false } = {}): void {
  let giveBack = async () => {};
  beforeAll(async () => {
    // What is kept is read as a whole and may be large, so it is nobody else's.
    const borrowed = await borrowDatabase(place, { isOwn: kept || isNew, logger });
    opened = borrowed.database;
    ({ name, giveBack, empty: emptyIt } = borrowed);
  });
  if (!isNew) (kept ? beforeAll : beforeEach)(emptyAndSay);
  afterAll(() => giveBack());
}
