import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireTicketHandler } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { guestDraft, ticketDraft } from "~/models/support/tickets/draft";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { MarkdownField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { TicketFields } from "~/ui/ticket-fields";
import { StaffPage } from "../../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  requireTicketHandler(args);
  const { db, words } = args.context;
  const categories = await listTicketCategories(db);
  return {
    head: { title: words.t("queue.open"), isPrivate: true },
    id: uuid(),
    categories: namedCategories(words, categories),
  };
}

const form = ticketDraft.extend({ id: field.clientId(), ...guestDraft.shape });

/** Opens a ticket for somebody who called, say: they are mailed what was written, and answer to it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const { id, name, email, ...draft } = await readForm(args, form);
  const { db, words } = args.context;
  const ticket = await openTicket(db, {
    viewer,
    guest: { name, email },
    language: words.language,
    id,
    draft,
    source: "staff",
  });
  return doneAt(staffTicketPath(ticket), args.context, "done.ticketOpened", { number: writeTicketNumber(ticket) });
}

interface Fields {
  name: string;
  email: string;
  subject: string;
  body: string;
  categoryId: string;
}

export default function OpenForSomebody() {
  const { t } = useWords();
  const { id, categories } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Fields>({
    id: "ticket",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
  });
  return (
    <StaffPage current="support">
      <form method="post" action="/staff/support/new" noValidate className={`${card} mt-6 max-w-2xl space-y-5 p-5`}>
        <h2 className="text-lg">{t("queue.open")}</h2>
        <FormProblem errors={form.errors} />
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField field={fields.name} label={t("queue.theirName")} />
          <TextField field={fields.email} type="email" dir="ltr" label={t("queue.theirEmail")} />
        </div>
        <TicketFields fields={fields} categories={categories} />
        <MarkdownField field={fields.body} label={t("tickets.answer")} hint={t("queue.openHint")} />
        <button type="submit" className={button()}>
          {t("queue.openIt")}
        </button>
      </form>
    </StaffPage>
  );
}
