import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { bugColumns } from "~/models/admin/exports/bug-columns";
import { readBugFilter } from "~/models/admin/exports/bug-filter";
import { listExports } from "~/models/admin/exports/runs/find-exports.server";
import { requestExport } from "~/models/admin/exports/runs/request-export.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { listTags } from "~/models/feedback/tags/queries.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { BugForm } from "./bug-form";
import { PortalExports } from "./portal-exports";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [boards, tags, exports] = await Promise.all([listBoards(db, viewer), listTags(db), listExports(db, viewer)]);
  const asked = readBugFilter(args.context.query);
  return { head: { title: words.t("staff.export.title"), isPrivate: true }, boards, tags, exports, ...asked };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await requestExport(args.context.db, { viewer });
  return doneAt("/staff/export", args.context, "exportStaff.done.asked");
}

export default function Export() {
  const { t } = useWords();
  const { boards, tags, filter, isWrong, exports } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="export">
      <h2 className="mt-6 text-lg">{t("exportStaff.bugs")}</h2>
      <p className="mt-1 text-muted">{t("exportStaff.bugsIntro")}</p>
      <BugForm boards={boards} tags={tags} filter={filter} isWrong={isWrong} />
      <details className="mt-4 max-w-2xl">
        <summary className="cursor-pointer text-accent">{t("exportStaff.columns")}</summary>
        <dl className={`${card} mt-3 grid grid-cols-1 gap-x-6 gap-y-2 p-5 text-sm sm:grid-cols-[auto_minmax(0,1fr)]`}>
          {bugColumns.map((column) => (
            <div key={column} className="contents">
              <dt>
                <code dir="ltr">{column}</code>
              </dt>
              <dd className="text-muted">{t(`exportStaff.column.${column}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-sm text-muted">{t("exportStaff.formulas")}</p>
      </details>
      <PortalExports exports={exports} />
    </StaffPage>
  );
}
