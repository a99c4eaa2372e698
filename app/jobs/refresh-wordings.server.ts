import { catchUpSimilar } from "~/models/core/wordings/rebuild-similar.server";
import type { Tools } from "./tools.server";

/** After an upgrade: posts from before there was anything to compare them by, or from before its rules changed. */
export async function refreshWordings({ db }: Tools): Promise<void> {
  await catchUpSimilar(db);
}
