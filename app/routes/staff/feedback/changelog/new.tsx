import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { warmUp } from "~/models/core/text/markdown.server";
import { entryDraft } from "~/models/feedback/changelog/draft";
import { listLabels } from "~/models/feedback/changelog/labels.server";
import { createEntry } from "~/models/feedback/changelog/write-entry.server";
import { useWords } from "~/ui/frame";
import { EntryForm } from "./entry-form";

export async function loader(args: LoaderFunctionArgs) {
  requirePublisher(args);
  warmUp();
  const { db, words } = args.context;
  const start = { id: uuid(), title: "", body: "", labelIds: [] as string[], postNumbers: "" };
  return { head: { title: words.t("changelogStaff.new"), isPrivate: true }, labels: await listLabels(db), start };
}

const form = z.object({ id: field.clientId() }).and(entryDraft);

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const { id, ...draft } = await readForm(args, form);
  const { number } = await createEntry(args.context.db, { viewer, id, draft });
  return doneAt(`/staff/changelog/${number}`, args.context, "done.entrySaved");
}

export default function NewEntry() {
  const { t } = useWords();
  const { labels, start } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mb-6 text-2xl tracking-tight">{t("changelogStaff.new")}</h1>
      <EntryForm labels={labels} start={start} lastResult={useActionData<typeof action>()} />
    </div>
  );
}
