import type { Database } from "#db/client.server";
import { initialPortal, openPortal, type PortalStore, readPortal } from "~/models/core/settings/settings.server";
import { db } from "./database";

/** The portal of the test file's database, read whenever somebody asks. */
export const portal: PortalStore = {
  read: () => readPortal(db),
  known: () => undefined,
  latest: () => initialPortal,
  async close() {},
};

/** The portal as an app keeps it, which trusts from the first moment on that it hears of changes. */
export function openTestPortal(database: Database): PortalStore {
  const { db, listen } = database;
  return openPortal({ db, listen: (listener) => ({ ...listen(listener), isOpen: () => true }) });
}
