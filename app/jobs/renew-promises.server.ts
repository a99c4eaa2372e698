import { renewPromises as renew } from "~/models/support/promises/renew-promises.server";
import type { Tools } from "./tools.server";

/** Gives tickets under way what is promised now, after that was changed. */
export async function renewPromises({ db, now }: Tools): Promise<void> {
  await renew(db, now);
}
