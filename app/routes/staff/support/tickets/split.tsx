import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { ticketDraft } from "~/models/support/tickets/draft";
import { listTicketMessages } from "~/models/support/tickets/find-ticket.server";
import { listTicketFiles } from "~/models/support/tickets/list-ticket-files.server";
import { splitMessage } from "~/models/support/tickets/split-message.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { TicketFields } from "~/ui/ticket-fields";
import { TicketMessage } from "~/ui/ticket-message";
import { StaffPage } from "../../staff-page";
import { BackToTicket } from "./back-to-ticket";
import { requireTicket, requireTicketNumber } from "./require-ticket.server";

export async function loader(args: LoaderFunctionArgs) {
  const { ticket } = await requireTicket(args);
  const { db, words, query, outgoing } = args.context;
  const chosen = query.word("message") ?? outgoing.submission?.payload.messageId;
  const [messages, categories] = await Promise.all([
    listTicketMessages(db, ticket.id, { withNotes: false }),
    listTicketCategories(db),
  ]);
  const message = messages.find(({ id }) => id === chosen);
  // No page sends the form without one of the ticket's messages.
  if (!message) throw new DomainError(outgoing.submission ? "malformed" : "notFound");
  return {
    head: { title: words.t("tickets.split"), isPrivate: true },
    path: staffTicketPath(ticket),
    number: writeTicketNumber(ticket),
    subject: ticket.subject,
    categoryId: ticket.category.id,
    categories: namedCategories(words, categories),
    message,
    files: await listTicketFiles(db, [message]),
  };
}

const form = ticketDraft.pick({ subject: true, categoryId: true }).extend({ messageId: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const { viewer, number } = requireTicketNumber(args);
  const split = await splitMessage(args.context.db, { viewer, number, ...(await readForm(args, form)) });
  return doneAt(staffTicketPath(split), args.context, "done.ticketOpened", { number: writeTicketNumber(split) });
}

export default function SplitMessage() {
  const { t } = useWords();
  const { path, number, subject, categoryId, categories, message, files } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ subject: string; categoryId: string }>({
    id: "split",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: { subject, categoryId: String(categoryId) },
  });
  return (
    <StaffPage current="support">
      <BackToTicket {...{ path, number, subject }} />
      <p className="mt-3 text-sm text-muted">{t("tickets.splitIntro")}</p>
      <div className="mt-4">
        <TicketMessage message={message} files={files[message.id]} />
      </div>
      <form method="post" action={`${path}/split`} noValidate className={`${card} mt-4 max-w-2xl space-y-5 p-5`}>
        <FormProblem errors={form.errors} />
        <input type="hidden" name="messageId" value={message.id} />
        <TicketFields fields={fields} categories={categories} />
        <button type="submit" className={button()}>
          {t("tickets.split")}
        </button>
      </form>
    </StaffPage>
  );
}
