import type { Visit } from "~/http/visit.server";
import { findFilledSavedReply } from "~/models/feedback/saved-replies/queries.server";

/** The text of the saved reply that an address asks for, filled in for a post; undefined where it asks for none that is there. */
export async function findChosenSavedReply({ db, viewer, words }: Visit, number: number, id: number | undefined) {
  if (id === undefined) return undefined;
  return findFilledSavedReply(db, viewer, { id, number, nameless: words.t("people.nameless") });
}
