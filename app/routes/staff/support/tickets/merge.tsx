import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { mergeTickets } from "~/models/support/tickets/merge-tickets.server";
import { listOthersOfRequester } from "~/models/support/tickets/other-tickets.server";
import { readTicketNumber, staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { BackToTicket } from "./back-to-ticket";
import { requireTicket, requireTicketNumber } from "./require-ticket.server";
import { TicketLine } from "./ticket-line";

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, ticket } = await requireTicket(args);
  const { db, words } = args.context;
  const { tickets } = await listOthersOfRequester(db, viewer, ticket.id);
  return {
    head: { title: words.t("tickets.merge"), isPrivate: true },
    path: staffTicketPath(ticket),
    number: writeTicketNumber(ticket),
    subject: ticket.subject,
    others: tickets,
  };
}

const form = z.object({ into: field.line({ max: 40 }) });

export async function action(args: ActionFunctionArgs) {
  const { viewer, number } = requireTicketNumber(args);
  const into = readTicketNumber((await readForm(args, form)).into);
  if (!into) throw new DomainError("ticketNotFound", { field: "into" });
  await mergeTickets(args.context.db, { viewer, number, into });
  return doneAt(staffTicketPath(into), args.context, "done.ticketsMerged");
}

export default function MergeTicket() {
  const { t } = useWords();
  const { path, number, subject, others } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ into: string }>({
    id: "merge",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
  });
  return (
    <StaffPage current="support">
      <BackToTicket {...{ path, number, subject }} />
      <p className="mt-3 text-sm text-muted">{t("tickets.mergeIntro")}</p>
      {others.length > 0 && (
        <ul className={`${card} mt-4 divide-y divide-line`}>
          {others.map((other) => (
            <li key={other.serial} className="flex flex-wrap items-center justify-between gap-3 p-4">
              <TicketLine ticket={other} />
              <form method="post" action={`${path}/merge`}>
                <button type="submit" name="into" value={writeTicketNumber(other)} className={button("quiet", "small")}>
                  {t("tickets.mergeInto")}
                  <span className="sr-only"> {writeTicketNumber(other)}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${path}/merge`} noValidate className="mt-6 max-w-md space-y-4">
        <FormProblem errors={form.errors} />
        <TextField field={fields.into} label={t("tickets.mergeNumber")} hint={t("tickets.mergeHint")} dir="ltr" />
        <button type="submit" className={button("quiet")}>
          {t("tickets.mergeInto")}
        </button>
      </form>
    </StaffPage>
  );
}
