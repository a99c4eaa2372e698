import type { Visit } from "~/http/visit.server";
import { findFilledReply } from "~/models/replies/queries.server";

/** What the reply that an address asks for says about a post; undefined where it asks for none that is there. */
export async function findChosenReply({ db, viewer, words }: Visit, number: number, asked: string | null) {
  if (!asked || !/^[1-9]\d{0,8}$/.test(asked)) return undefined;
  return findFilledReply(db, viewer, { id: Number(asked), number, nameless: words.t("people.nameless") });
}
