import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { askEscalation } from "~/models/support/escalations/ask-escalation.server";
import { longestReason } from "~/models/support/escalations/escalation";
import { requireTicketReader } from "./require-reader.server";

const form = z.object({ reason: field.text({ max: longestReason }) });

export async function action(args: ActionFunctionArgs) {
  const { reader, path } = await requireTicketReader(args);
  if (!reader.isRequester) throw new DomainError("forbidden");
  const { reason } = await readForm(args, form);
  await askEscalation(args.context.db, { person: reader, reason });
  return doneAt(path, args.context, "done.escalationAsked");
}
