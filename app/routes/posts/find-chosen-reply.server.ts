import type { Visit } from "~/http/visit.server";
import { findFilledReply } from "~/models/feedback/replies/queries.server";

/** What the reply that an address asks for says about a post; undefined where it asks for none that is there. */
export async function findChosenReply({ db, viewer, words }: Visit, number: number, id: number | undefined) {
  if (id === undefined) return undefined;
  return findFilledReply(db, viewer, { id, number, nameless: words.t("people.nameless") });
}
