import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireNumber, requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { warmUp } from "~/models/core/text/markdown.server";
import { countSubscribers } from "~/models/feedback/changelog/announce-entry.server";
import { entryDraft } from "~/models/feedback/changelog/draft";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import { findEntryText } from "~/models/feedback/changelog/find-entry.server";
import { listLabels } from "~/models/feedback/changelog/labels.server";
import { editEntry } from "~/models/feedback/changelog/write-entry.server";
import { findPreferences } from "~/models/feedback/preferences/preferences.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { EntryForm } from "./entry-form";
import { PublishPanel } from "./publish-panel";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requirePublisher(args);
  warmUp();
  const { db, words } = args.context;
  const entry = await findEntryText(db, viewer, requireNumber(args.params));
  if (!entry) throw new DomainError("notFound");
  const [labels, subscriberCount, { timeZone }] = await Promise.all([
    listLabels(db),
    countSubscribers(db, viewer),
    findPreferences(db, viewer),
  ]);
  const head = { title: words.t("changelogStaff.editing"), isPrivate: true };
  return { head, entry, labels, subscriberCount, timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const number = requireNumber(args.params);
  const draft = await readForm(args, entryDraft);
  await editEntry(args.context.db, { viewer, number, draft });
  return doneAt(`/staff/changelog/${number}`, args.context, "done.saved");
}

export default function EditEntry() {
  const { t } = useWords();
  const { entry, labels, subscriberCount, timeZone } = useLoaderData<typeof loader>();
  const start = {
    title: entry.title,
    body: entry.bodyMarkdown,
    labelIds: entry.labelIds.map(String),
    postNumbers: entry.posts.map(({ number }) => number).join(", "),
  };
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <h1 className="text-2xl tracking-tight">{t("changelogStaff.editing")}</h1>
        <p className="mt-3 mb-6 flex flex-wrap gap-3">
          <a href={entryPath(entry)} className={button("quiet", "small")}>
            {t("changelogStaff.view")}
          </a>
          <a href="/staff/changelog" className={button("plain", "small")}>
            {t("changelog.all")}
          </a>
        </p>
        <EntryForm labels={labels} start={start} lastResult={useActionData<typeof action>()} />
      </div>
      <PublishPanel entry={entry} subscriberCount={subscriberCount} timeZone={timeZone} />
    </div>
  );
}
