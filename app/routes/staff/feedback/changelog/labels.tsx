import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { labelDraft } from "~/models/feedback/changelog/draft";
import { createLabel, editLabel } from "~/models/feedback/changelog/edit-labels.server";
import { labelName } from "~/models/feedback/changelog/label-name";
import { listLabels } from "~/models/feedback/changelog/labels.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { tagLooks } from "~/ui/tag-badge";
import { BadgeForm } from "../../badge-form";

export async function loader(args: LoaderFunctionArgs) {
  requirePublisher(args);
  const { db, words } = args.context;
  const labels = await listLabels(db);
  const chosen = args.params.id ? labels.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("changelogStaff.label.title"), isPrivate: true }, labels, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const draft = await readForm(args, labelDraft);
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editLabel(db, { viewer, id, draft });
  else await createLabel(db, { viewer, draft });
  return doneAt("/staff/changelog/labels", args.context, "done.saved");
}

export default function Labels() {
  const words = useWords();
  const { t } = words;
  const { labels, chosen } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-lg">
      <h1 className="text-2xl tracking-tight">{t("changelogStaff.label.title")}</h1>
      <p className="mt-3">
        <a href="/staff/changelog" className={button("plain", "small")}>
          {t("changelog.all")}
        </a>
      </p>
      <ul className="mt-4 flex flex-wrap gap-2">
        {labels.map((label) => (
          <li key={label.id}>
            <a href={`/staff/changelog/labels/${label.id}`} className={`${tagLooks(label.color)} inline-block`}>
              <bdi>{labelName(words, label)}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <BadgeForm
        id="label"
        heading={t(chosen ? "changelogStaff.label.edit" : "changelogStaff.label.create")}
        start={chosen && { ...chosen, name: labelName(words, chosen) }}
        deletion={
          chosen && {
            action: `/staff/changelog/labels/${chosen.id}/delete`,
            label: t("changelogStaff.label.delete"),
            question: t("changelogStaff.label.deleteQuestion"),
          }
        }
      />
    </div>
  );
}
