import { eq } from "drizzle-orm";
import type { Database, Db } from "#db/client.server";
import { boards, settings as rows } from "#db/schema";
import type { OwnTexts } from "~/i18n";
import { ownTextsOf } from "./own-texts";
import { type SettingName, type Settings, settingNames, table } from "./table";

/** How a portal is set up, and what follows from that for every page. */
export interface Portal {
  settings: Settings;
  texts: OwnTexts;
  sharedBoards: readonly SharedBoard[];
}

/** A board that guests see beside the team. */
export interface SharedBoard {
  id: number;
  /** Whose people are guests. */
  domains: string[];
}

export interface PortalStore {
  /** As it is set up now: what has been changed before, in whichever process, counts. Rejects where the database is away. */
  read(): Promise<Portal>;
  /** The same where it is known without asking; undefined where {@link read} has to ask. */
  known(): Portal | undefined;
  /** As it was read last, for what has to be said while the database is away. */
  latest(): Portal;
  close(): Promise<void>;
}

const portalOf = (settings: Settings, sharedBoards: SharedBoard[] = []): Portal => ({
  settings,
  texts: ownTextsOf(settings),
  sharedBoards,
});

/** Reads how the portal is set up. */
export async function readPortal(db: Db): Promise<Portal> {
  const { id, guestDomains, isShared } = boards;
  const [settings, shared] = await Promise.all([
    readSettings(db),
    db.select({ id, domains: guestDomains }).from(boards).where(eq(isShared, true)),
  ]);
  return portalOf(settings, shared);
}

const initial: Settings = Object.fromEntries(settingNames.map((name) => [name, table[name].initial])) as never;

/** A portal in which nobody has set anything. */
export const initialPortal = portalOf(initial);

/** Reads all settings; what cannot be understood, as another version of us may have left it, is as at the beginning. */
export async function readSettings(db: Db): Promise<Settings> {
  const found = await db.select({ name: rows.name, value: rows.value }).from(rows);
  const set = new Map(found.map(({ name, value }) => [name, value]));
  const pairs = settingNames.map((name) => [name, readValue(name, set.get(name))]);
  return Object.fromEntries(pairs) as Settings;
}

/** Reads one of them. */
export async function readSetting<Name extends SettingName>(db: Db, name: Name): Promise<Settings[Name]> {
  const [found] = await db.select({ value: rows.value }).from(rows).where(eq(rows.name, name));
  return readValue(name, found?.value) as Settings[Name];
}

function readValue(name: SettingName, value: unknown): unknown {
  if (value === undefined) return table[name].initial;
  const read = table[name].kind.stored.safeParse(value);
  return read.success ? read.data : table[name].initial;
}

/** Keeps the settings as long as nobody says that they have changed; while nobody could, reads them each time. */
export function openPortal({ db, listen }: Pick<Database, "db" | "listen">): PortalStore {
  let kept: Promise<Portal> | undefined;
  let known: Portal | undefined;
  let latest = initialPortal;

  function forget(): void {
    kept = undefined;
    known = undefined;
  }

  let begun = 0;
  let latestBegun = 0;

  async function load(): Promise<Portal> {
    const turn = ++begun;
    const portal = await readPortal(db);
    // One that began later knows more, whichever is done first.
    if (turn > latestBegun) [latest, latestBegun] = [portal, turn];
    return portal;
  }

  const listening = listen({ topic: "settings", received: forget, missed: forget });
  return {
    read() {
      if (!listening.isOpen()) return load();
      if (!kept) {
        const loading = load();
        kept = loading;
        loading.then(
          (portal) => {
            if (kept === loading) known = portal;
          },
          () => {
            if (kept === loading) forget();
          },
        );
      }
      return kept;
    },
    known: () => (listening.isOpen() ? known : undefined),
    latest: () => latest,
    close: () => listening.close(),
  };
}
