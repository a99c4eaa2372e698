import { publishDueArticles as publishDue } from "~/models/help/articles/plan-article.server";
import type { Tools } from "./tools.server";

/** Shows scheduled articles whose time has come; runs at that time, and by the clock. */
export async function publishDueArticles({ db, now }: Tools): Promise<void> {
  await publishDue(db, now());
}
