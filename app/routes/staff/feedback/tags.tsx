import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireModerator } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { tagDraft } from "~/models/feedback/tags/draft";
import { createTag, editTag } from "~/models/feedback/tags/edit-tags.server";
import { listTags } from "~/models/feedback/tags/queries.server";
import { useWords } from "~/ui/frame";
import { tagLooks } from "~/ui/tag-badge";
import { BadgeForm } from "../badge-form";
import { StaffPage } from "../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  requireModerator(args);
  const { db, words } = args.context;
  const tags = await listTags(db);
  const chosen = args.params.id ? tags.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("staff.tags.title"), isPrivate: true }, tags, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireModerator(args);
  const draft = await readForm(args, tagDraft);
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editTag(db, { viewer, id, draft });
  else await createTag(db, { viewer, draft });
  return doneAt("/staff/tags", args.context, "done.saved");
}

export default function Tags() {
  const { t } = useWords();
  const { tags, chosen } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="tags">
      <ul className="mt-6 flex flex-wrap gap-2">
        {tags.map(({ id, name, color }) => (
          <li key={id}>
            <a href={`/staff/tags/${id}`} className={`${tagLooks(color)} inline-block`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <BadgeForm
        id="tag"
        heading={t(chosen ? "staff.tags.edit" : "staff.tags.create")}
        start={chosen}
        deletion={
          chosen && {
            action: `/staff/tags/${chosen.id}/delete`,
            label: t("staff.tags.delete"),
            question: t("staff.tags.deleteQuestion"),
          }
        }
      />
    </StaffPage>
  );
}
