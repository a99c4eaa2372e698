import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin, requireFresh, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { deletionDraft } from "~/models/admin/personal-data/draft";
import { findUser } from "~/models/core/users/queries.server";
import { DeletionForm } from "~/ui/deletion-form";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const person = await findUser(db, viewer, requireId(args.params));
  // The own account goes the way that asks for a code.
  if (person.id === viewer.id) throw redirect("/me/data/delete");
  return { head: { title: words.t("deletion.title"), isPrivate: true }, person };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  requireFresh(args);
  const userId = requireId(args.params);
  if (userId === viewer.id) throw redirect("/me/data/delete", 303);
  const { texts } = await readForm(args, deletionDraft);
  await deleteAccount(args.context.db, { viewer, userId, texts });
  return doneAt("/staff/people", args.context, "done.personDeleted");
}

export default function DeletePerson() {
  const { t } = useWords();
  const { person } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="people">
      <div className="max-w-2xl">
        <h2 className="mt-6 text-lg">{t("staff.people.deleteHeading")}</h2>
        <p className="mt-1">
          <bdi>{person.name ?? t("people.nameless")}</bdi>
        </p>
        <p className="text-sm text-muted">
          <bdi>{person.email}</bdi>
        </p>
        <p className="mt-3 text-muted">{t("staff.people.deleteHint")}</p>
        <DeletionForm action={`/staff/people/${person.id}/delete`} cancel="/staff/people" />
      </div>
    </StaffPage>
  );
}
