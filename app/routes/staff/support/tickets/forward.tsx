import { getCollectionProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { isId } from "~/models/core/text/values";
import { messageDraft } from "~/models/support/tickets/draft";
import { forwardTicket, listForwardable } from "~/models/support/tickets/forward-ticket.server";
import { listTicketFiles } from "~/models/support/tickets/list-ticket-files.server";
import { quoteAll } from "~/models/support/tickets/quote-all";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FieldError, MarkdownField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { BackToTicket } from "./back-to-ticket";
import { requireTicket, requireTicketNumber } from "./require-ticket.server";

export async function loader(args: LoaderFunctionArgs) {
  const { ticket } = await requireTicket(args);
  const { db, words, query } = args.context;
  const chosen = query.word("message");
  const messages = await listForwardable(db, ticket.id, isId(chosen) ? chosen : undefined);
  return {
    head: { title: words.t("tickets.forward"), isPrivate: true },
    path: staffTicketPath(ticket),
    number: writeTicketNumber(ticket),
    subject: ticket.subject,
    id: uuid(),
    body: quoteAll(messages.map(({ body }) => body)),
    files: Object.values(await listTicketFiles(db, messages)).flat(),
  };
}

/** More than are offered; who takes more of them sends two mails. */
const mostFiles = 100;

const form = messageDraft.extend({
  to: field.email(),
  fileIds: field.ticked(field.clientId(), { max: mostFiles }),
});

export async function action(args: ActionFunctionArgs) {
  const { viewer, number } = requireTicketNumber(args);
  const { db } = args.context;
  const sent = await readForm(args, form);
  await limitActions("copy", args.context);
  const noteId = await forwardTicket(db, { viewer, number, ...sent });
  return doneAt(`${staffTicketPath(number)}#message-${noteId}`, args.context, "done.ticketForwarded");
}

export default function ForwardTicket() {
  const { t } = useWords();
  const { path, number, subject, id, body, files } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ id: string; to: string; body: string; fileIds: string[] }>({
    id: "forward",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: { id, body, fileIds: files.map((file) => file.id) },
  });
  const boxes = getCollectionProps(fields.fileIds, { type: "checkbox", options: files.map((file) => file.id) });
  return (
    <StaffPage current="support">
      <BackToTicket {...{ path, number, subject }} />
      <form method="post" action={`${path}/forward`} noValidate className={`${card} mt-4 max-w-2xl space-y-5 p-5`}>
        <FormProblem errors={form.errors} />
        <p role="note" className="rounded-lg bg-amber-soft px-4 py-3 text-sm text-amber">
          {t("tickets.forwardReview")}
        </p>
        <input type="hidden" name="id" value={fields.id.value ?? id} />
        <TextField field={fields.to} type="email" dir="ltr" label={t("tickets.forwardTo")} />
        <MarkdownField field={fields.body} label={t("tickets.forwardText")} hint={t("tickets.forwardHint")} tall />
        {files.length > 0 && (
          <fieldset className="space-y-1 text-sm">
            <legend className="font-medium">{t("tickets.forwardFiles")}</legend>
            {boxes.map(({ key, form: _, ...box }, i) => (
              <label key={key} htmlFor={box.id} className="flex items-center gap-2">
                <input {...box} className="size-4 shrink-0 accent-accent" />
                <bdi className="min-w-0 break-words">{files[i]?.name}</bdi>
              </label>
            ))}
          </fieldset>
        )}
        <FieldError field={fields.fileIds} />
        <button type="submit" className={button()}>
          {t("tickets.forward")}
        </button>
      </form>
    </StaffPage>
  );
}
