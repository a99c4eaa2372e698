import { forgetOld } from "~/models/admin/forget-old.server";
import type { Tools } from "./tools.server";

/** Counts of what is limited are over within minutes, and an attack from many addresses leaves many. */
export async function forgetAccess({ db, now }: Tools): Promise<void> {
  await forgetOld(db, now(), "at once");
}
