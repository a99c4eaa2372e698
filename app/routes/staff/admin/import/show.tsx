import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { findImport } from "~/models/admin/imports/list-imports.server";
import { chooseForUpload } from "~/models/admin/imports/uploads/choose.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { ChoicesForm } from "./choices-form";
import { choicesForm } from "./choices-shape";
import { Findings } from "./findings";
import { Standing } from "./standing";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [found, boards] = await Promise.all([findImport(db, viewer, requireId(args.params)), listBoards(db, viewer)]);
  return { head: { title: words.t("staff.import.title"), isPrivate: true }, found, boards };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const id = requireId(args.params);
  const { chosen, step } = await readForm(args, choicesForm);
  const done = await chooseForUpload(args.context.db, { viewer, id, chosen, step });
  const isOther = step === "import" && done === "checking";
  return doneAt(`/staff/import/${id}`, args.context, `importStaff.done.${isOther ? "checkFirst" : done}`);
}

export default function ShowImport() {
  const { t } = useWords();
  const { found, boards } = useLoaderData<typeof loader>();
  const { id, state, report } = found;
  const isWaiting = state === "checked" || state === "refused";
  return (
    <StaffPage current="import">
      <p className="mt-4 text-sm">
        <a href="/staff/import">{t("importStaff.back")}</a>
      </p>
      <Standing found={found} />
      {report && state === "checked" && <Findings report={report} />}
      {isWaiting && <ChoicesForm key={id} found={found} boards={boards} />}
    </StaffPage>
  );
}
