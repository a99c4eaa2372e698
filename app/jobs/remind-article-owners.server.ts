import { remindOwners } from "~/models/help/articles/remind-owners.server";
import type { Tools } from "./tools.server";

/** Tells owners of articles that it is time to look at them again. */
export async function remindArticleOwners({ db, now }: Tools): Promise<void> {
  await remindOwners(db, now());
}
