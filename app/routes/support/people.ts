import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { addTicketPerson, removeTicketPerson } from "~/models/support/tickets/ticket-people.server";
import { requireTicketReader } from "./require-reader.server";

const form = z.union([z.object({ remove: z.uuid() }), z.object({ email: field.email() })]);

export async function action(args: ActionFunctionArgs) {
  const { reader, path } = await requireTicketReader(args);
  if (!reader.isRequester) throw new DomainError("forbidden");
  const { db, words } = args.context;
  const sent = await readForm(args, form);
  if ("remove" in sent) {
    await removeTicketPerson(db, { requester: reader, personId: sent.remove });
    return doneAt(path, args.context, "done.copyRemoved");
  }
  await limitActions("copy", args.context);
  await addTicketPerson(db, { requester: reader, email: sent.email, language: words.language });
  return doneAt(path, args.context, "done.copyAdded");
}
