import { type SubmissionResult, useForm } from "@conform-to/react";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { ensureAsker, readAsker } from "~/http/asker.server";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import { createWork, redeemWork } from "~/http/proof-of-work.server";
import { limitActions, limitAddress, limitBy } from "~/http/rate-limit.server";
import { senderOf } from "~/http/read-form-with-files.server";
import { doneAt } from "~/http/respond.server";
import type { Visit } from "~/http/visit.server";
import * as field from "~/models/core/text/fields";
import { warmUp } from "~/models/core/text/markdown.server";
import { saysNoMore } from "~/models/core/text/says-no-more";
import { isId, readNumber } from "~/models/core/text/values";
import { findReadBefore } from "~/models/help/articles/find-article.server";
import { namedCategories, namedTemplates } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { noteOutcome } from "~/models/support/deflection/note-suggestions.server";
import { guestDraft, ticketDraft } from "~/models/support/tickets/draft";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { ticketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { AttachFiles } from "~/ui/attach-files";
import { button } from "~/ui/button";
import { ChosenTemplate } from "~/ui/chosen-template";
import { MarkdownField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { Honeypot } from "~/ui/honeypot";
import { TicketFields } from "~/ui/ticket-fields";
import { ReadBefore } from "./read-before";
import { answeredForm } from "./suggested-answers";

/** What a guest's browser works for: not for one address, as at signing in. */
const workFor = (asker: string) => ({ email: "support ticket", asker });

export async function loader(args: LoaderFunctionArgs) {
  const { db, words, viewer, query } = args.context;
  if (viewer) requireUser(args);
  warmUp();
  const { id: sent, article } = args.context.outgoing.submission?.payload ?? {};
  const categories = await listTicketCategories(db);
  const chosen = categories.find(({ id }) => id === query.number("category"));
  const templates = namedTemplates(words, categories);
  return {
    head: { title: words.t("newTicket.title"), isPrivate: true },
    // A form that was refused is the same one when it is sent again.
    id: isId(sent) ? sent : uuid(),
    categories: namedCategories(words, categories),
    categoryId: chosen ? String(chosen.id) : "",
    templates,
    body: templates.find(({ value }) => value === chosen?.id)?.text ?? "",
    article: await findReadBefore(db, {
      ...{ viewer, language: words.language },
      number: query.number("article") ?? readNumber(article),
    }),
    work: viewer ? undefined : await createWork(args.context, workFor(ensureAsker(args)), 1),
  };
}

const common = ticketDraft.extend({
  id: field.clientId(),
  website: z.string().optional(),
  article: z.string().optional(),
});
const ofGuest = common.extend({ ...guestDraft.shape, proof: z.string().max(4000).optional() });

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { db } = context;
  if (context.query.word("show") === "template") return showTemplate(args);
  const { language } = context.words;
  if (context.viewer) {
    const viewer = requireUser(args);
    const { id, website: _, article: before, ...draft } = await readForm(args, common);
    await limitActions("ticket", context);
    const article = await readBefore(args, before);
    const ticket = await openTicket(db, { viewer, language, id, draft, source: "page", article });
    await noteOutcome(db, { id, outcome: "sent" });
    return doneAt(ticketPath(ticket), context, "done.ticketOpened", { number: writeTicketNumber(ticket) });
  }
  const { id, website, proof, name, email, article: before, ...draft } = await readForm(args, ofGuest);
  // Programs fill in what no person sees; they are told what people are told.
  if (website) return redirect("/support/received", 303);
  await limitAddress((await hasWorked(args, proof)) ? "ticket" : "ticketUnproven", context);
  await limitBy(email, "ticketOfAddress", context);
  const browser = senderOf(args);
  const article = await readBefore(args, before);
  const sent = { viewer: null, guest: { name, email }, browser, language, id, draft, source: "page" as const, article };
  const ticket = await openTicket(db, sent);
  await noteOutcome(db, { id, outcome: "sent" });
  return redirect(`/support/received?number=${writeTicketNumber(ticket)}`, 303);
}

/** The number of an article that they can read, and that did not answer them. */
async function readBefore({ context: { db, viewer, words } }: ActionFunctionArgs, sent: string | undefined) {
  const article = await findReadBefore(db, { viewer, language: words.language, number: readNumber(sent) });
  return article?.number;
}

/** Anything goes: a draft need not be right to be written on. */
const asSent = z.unknown().optional();
const draft = z.object({
  ...{ id: asSent, subject: asSent, name: asSent, email: asSent },
  categoryId: z.string().default(""),
  body: z.string().default(""),
});

/** The form again, with what the category asks for where nothing is written yet: for browsers without JavaScript. */
async function showTemplate(args: ActionFunctionArgs) {
  const { categoryId, body } = await readForm(args, draft);
  const { db, words, outgoing } = args.context;
  const templates = namedTemplates(words, await listTicketCategories(db));
  const texts = templates.map(({ text }) => text);
  const isWritten = body.trim() !== "" && !saysNoMore(body, texts);
  const template = templates.find(({ value }) => String(value) === categoryId)?.text ?? "";
  const reply = outgoing.submission?.reply({ formErrors: [] });
  return json({ ...reply, initialValue: { ...reply?.initialValue, ...(!isWritten && { body: template }) } });
}

/** Whether the guest's browser has shown its work; without JavaScript it cannot, and may ask less often. */
async function hasWorked({ request, context }: { request: Request; context: Visit }, proof: string | undefined) {
  const asker = readAsker(request);
  return proof !== undefined && proof !== "" && asker !== undefined && redeemWork(context, workFor(asker), proof);
}

interface Fields {
  subject: string;
  body: string;
  categoryId: string;
  name: string;
  email: string;
}

export default function NewTicket() {
  const { words, viewer, path } = useFrame();
  const { t } = words;
  const { id, categories, templates, categoryId, body, article, work } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm<Fields>({
    id: "ticket",
    lastResult,
    defaultValue: { categoryId, body },
  });
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("newTicket.heading")}</h1>
      <p className="mt-1 text-muted">
        {t("newTicket.intro")} {t("newTicket.allNeeded")}
      </p>
      {!viewer && (
        <p className="mt-4 rounded-lg bg-accent-soft px-4 py-3 text-sm">
          {t("newTicket.guest")}{" "}
          <a href={`/sign-in?next=${encodeURIComponent(path)}`} className="text-accent underline">
            {t("nav.signIn")}
          </a>
        </p>
      )}
      <kept-draft data-name="ticket" data-owner={viewer?.id ?? ""} data-fresh={lastResult ? undefined : ""}>
        <similar-posts data-action="/support/similar" data-counts="">
          <form
            data-compared
            method="post"
            action="/support/new"
            encType="multipart/form-data"
            noValidate
            className="mt-6 space-y-6"
          >
            <FormProblem errors={form.errors} />
            <input type="hidden" name="id" value={id} />
            <Honeypot />
            {article && <ReadBefore article={article} />}
            {!viewer && (
              <div className="grid gap-6 sm:grid-cols-2">
                <TextField field={fields.name} autoComplete="name" label={t("newTicket.name")} />
                <TextField
                  field={fields.email}
                  type="email"
                  autoComplete="email"
                  dir="ltr"
                  label={t("newTicket.email")}
                />
              </div>
            )}
            <TicketFields fields={fields} categories={categories} />
            {templates.length > 0 && <ChosenTemplate by="categoryId" templates={templates} />}
            {templates.length > 0 && (
              <noscript>
                <button type="submit" formAction="/support/new?show=template" className={button("quiet")}>
                  {t("newTicket.showTemplate")}
                </button>
              </noscript>
            )}
            <div data-place className="empty:hidden" />
            <p role="status" data-status className="sr-only" />
            <MarkdownField field={fields.body} label={t("newTicket.body")} tall />
            <AttachFiles draft={id} guests={{ search: "" }} />
            {work && (
              <proof-of-work data-challenge={JSON.stringify(work)}>
                <input type="hidden" name="proof" />
              </proof-of-work>
            )}
            <button type="submit" className={button()}>
              {t("newTicket.submit")}
            </button>
          </form>
          <form id={answeredForm} method="post" action="/support/answered">
            <input type="hidden" name="id" value={id} />
          </form>
        </similar-posts>
      </kept-draft>
    </div>
  );
}
