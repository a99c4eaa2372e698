import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readNumber, requireStaff } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findFilledSavedReply } from "~/models/feedback/saved-replies/queries.server";
import { findSavedReplyForTicket } from "~/models/support/tickets/saved-replies.server";
import { readTicketNumber } from "~/models/support/tickets/ticket-number";

/** The text of a saved reply, filled in for `?post=` or `?ticket=`, for our own script. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  const { db, words, query } = args.context;
  const id = readNumber(args.params.id);
  const ticket = readTicketNumber(query.text("ticket"));
  const text = ticket
    ? await findSavedReplyForTicket(db, viewer, { id, number: ticket, words })
    : await findFilledSavedReply(db, viewer, {
        id,
        number: readNumber(query.text("post")),
        nameless: words.t("people.nameless"),
      });
  if (text === undefined) throw new DomainError("notFound");
  return json({ text });
}
