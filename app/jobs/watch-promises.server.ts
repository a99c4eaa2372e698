import { watchPromises as watch } from "~/models/support/promises/watch-promises.server";
import type { Tools } from "./tools.server";

/** Tells which promised times are at risk or breached by now. */
export async function watchPromises({ db, now }: Tools): Promise<void> {
  await watch(db, now());
}
