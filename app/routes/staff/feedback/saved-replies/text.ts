import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readNumber, requireStaff } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findFilledSavedReply } from "~/models/feedback/saved-replies/queries.server";

/** The text of a saved reply, filled in for `?post=`, for our own script. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  const { db, words, query } = args.context;
  const number = readNumber(query.text("post"));
  const id = readNumber(args.params.id);
  const text = await findFilledSavedReply(db, viewer, { id, number, nameless: words.t("people.nameless") });
  if (text === undefined) throw new DomainError("notFound");
  return json({ text });
}
