import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { limitActions } from "~/http/rate-limit.server";
import { senderOf } from "~/http/read-form-with-files.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { isId } from "~/models/core/text/values";
import { messageDraft } from "~/models/support/tickets/draft";
import { findTheirTicket } from "~/models/support/tickets/find-ticket.server";
import { replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { ticketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useWords } from "~/ui/frame";
import { MessageForm } from "./message-form";
import { requireTicketReader } from "./require-reader.server";

/** The page of a message that was refused, with the form as it was filled in. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, path, search } = await requireTicketReader(args);
  const { db, words, outgoing } = args.context;
  const ticket = await findTheirTicket(db, reader);
  if (!ticket) throw new DomainError("notFound");
  const { submission } = outgoing;
  if (!submission) throw redirect(path);
  return {
    head: { title: words.t("support.answer"), isPrivate: true },
    path,
    action: `${ticketPath(ticket)}/messages${search}`,
    search,
    subject: ticket.subject,
    id: isId(submission.payload.id) ? submission.payload.id : uuid(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { number, reader, path, search } = await requireTicketReader(args);
  const draft = await readForm(args, messageDraft);
  await limitActions("comment", args.context);
  const said = { personId: reader.id, ...draft, filesBy: senderOf(args), source: "page" as const };
  const answered = await replyToTicket(args.context.db, said);
  const isSame = writeTicketNumber(answered) === writeTicketNumber(number);
  if (isSame) return doneAt(`${path}#message-${answered.id}`, args.context, "done.ticketAnswered");
  // Another ticket has it: their link to this one does not open that.
  if (search) return redirect(`/support/received?number=${writeTicketNumber(answered)}`, 303);
  return doneAt(ticketPath(answered), args.context, "done.ticketOpened", { number: writeTicketNumber(answered) });
}

export default function WriteMessage() {
  const { t } = useWords();
  const { path, action: address, search, subject, id } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("support.answer")}</h1>
      <p className="mt-1">
        <a href={path} dir="auto" className="text-accent underline">
          {subject}
        </a>
      </p>
      <MessageForm action={address} search={search} id={id} lastResult={useActionData<typeof action>()} />
    </div>
  );
}
