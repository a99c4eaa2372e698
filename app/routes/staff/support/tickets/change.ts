import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import {
  assignTicket,
  categorizeTicket,
  prioritizeTicket,
  restrictTicket,
  tagTicket,
  takeTicket,
} from "~/models/support/tickets/change-ticket.server";
import { ticketTags } from "~/models/support/tickets/draft";
import { keepMessageInside, letMessageIn, throwMessageAway } from "~/models/support/tickets/held-messages.server";
import { ticketPriorities, ticketStatuses } from "~/models/support/tickets/lifecycle";
import { linkPostToTicket, unlinkPostFromTicket } from "~/models/support/tickets/link-post.server";
import { unmergeTicket } from "~/models/support/tickets/merge-tickets.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { putAwayTicket, restoreTicket } from "~/models/support/tickets/put-away-ticket.server";
import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { addTicketPerson, removeTicketPerson, revokeTicketLinks } from "~/models/support/tickets/ticket-people.server";
import { requireTicketNumber } from "./require-ticket.server";

const change = z.discriminatedUnion("what", [
  z.object({ what: z.literal("status"), from: z.enum(ticketStatuses), value: field.choice(ticketStatuses as never) }),
  z.object({ what: z.literal("assignee"), value: z.uuid(field.say({ code: "choice" })).or(z.literal("")) }),
  z.object({ what: z.literal("priority"), value: field.choice(ticketPriorities) }),
  z.object({ what: z.literal("category"), value: field.id() }),
  z.object({ what: z.literal("tags"), value: ticketTags }),
  z.object({ what: z.literal("restricted"), value: z.enum(["yes", "no"]) }),
  z.object({ what: z.enum(["link", "unlink"]), value: field.id() }),
  z.object({ what: z.literal("copy"), value: field.email() }),
  z.object({ what: z.enum(["removeCopy", "revoke", "letIn", "keepInside", "throwAway"]), value: z.uuid() }),
  z.object({ what: z.enum(["take", "spam", "delete", "restore", "unmerge"]) }),
]);

/** Every change of a ticket that takes one field at most, in one place. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, number } = requireTicketNumber(args);
  const { db, words } = args.context;
  const sent = await readForm(args, change);
  const about = { viewer, number };
  switch (sent.what) {
    case "status":
      await moveTicket(db, { ...about, from: sent.from, to: sent.value });
      break;
    case "assignee":
      await assignTicket(db, { ...about, assigneeId: sent.value || null });
      break;
    case "take":
      await takeTicket(db, about);
      break;
    case "priority":
      await prioritizeTicket(db, { ...about, priority: sent.value });
      break;
    case "category":
      await categorizeTicket(db, { ...about, categoryId: sent.value });
      break;
    case "tags":
      await tagTicket(db, { ...about, tags: sent.value });
      break;
    case "restricted":
      await restrictTicket(db, { ...about, isRestricted: sent.value === "yes" });
      break;
    case "link":
      await linkPostToTicket(db, { ...about, post: sent.value });
      break;
    case "unlink":
      await unlinkPostFromTicket(db, { ...about, post: sent.value });
      break;
    case "copy":
      await limitActions("copy", args.context);
      await addTicketPerson(db, { ...about, email: sent.value, language: words.language });
      break;
    case "removeCopy":
      await removeTicketPerson(db, { ...about, personId: sent.value });
      break;
    case "revoke":
      await revokeTicketLinks(db, { ...about, personId: sent.value });
      break;
    case "letIn":
      await letMessageIn(db, { ...about, messageId: sent.value });
      break;
    case "keepInside":
      await keepMessageInside(db, { ...about, messageId: sent.value });
      break;
    case "throwAway":
      await throwMessageAway(db, { ...about, messageId: sent.value });
      break;
    case "spam":
      await putAwayTicket(db, { ...about, as: "spam" });
      break;
    case "delete":
      await putAwayTicket(db, { ...about, as: "deleted" });
      break;
    case "restore":
      await restoreTicket(db, about);
      break;
    case "unmerge":
      await unmergeTicket(db, about);
      break;
  }
  return doneAt(staffTicketPath(number), args.context, "done.saved");
}
