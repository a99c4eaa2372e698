import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readNumber, requireStaff } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findFilledReply } from "~/models/feedback/replies/queries.server";

/** What a reply says about `?post=`, for our own script. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  const { db, words, query } = args.context;
  const number = readNumber(query.text("post"));
  const id = readNumber(args.params.id);
  const text = await findFilledReply(db, viewer, { id, number, nameless: words.t("people.nameless") });
  if (text === undefined) throw new DomainError("notFound");
  return json({ text });
}
