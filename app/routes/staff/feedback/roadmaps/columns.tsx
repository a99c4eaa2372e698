import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { isByHand } from "~/models/feedback/roadmaps/column";
import { columnDraft } from "~/models/feedback/roadmaps/draft";
import { addColumn, editColumn } from "~/models/feedback/roadmaps/edit-columns.server";
import { columnName } from "~/models/feedback/roadmaps/names";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { ColumnForm } from "./column-form";
import { CurationLinks } from "./curation-links";
import { requireColumnId, requireCurated, requireRoadmapId } from "./load-curated.server";

export async function loader(args: LoaderFunctionArgs) {
  const { roadmap, columns } = await requireCurated(args);
  const { column } = args.params;
  const chosen = column ? columns.find(({ id }) => String(id) === column) : undefined;
  if (column && !chosen) throw new DomainError("notFound");
  const { t } = args.context.words;
  return { head: { title: t("curation.columns"), isPrivate: true }, roadmap, columns, chosen, newId: uuid() };
}

const columnForm = z.object({ id: field.newId() }).and(columnDraft);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const roadmapId = requireRoadmapId(args.params);
  const { id, ...draft } = await readForm(args, columnForm);
  const { db } = args.context;
  if (args.params.column) await editColumn(db, { viewer, roadmapId, columnId: requireColumnId(args.params), draft });
  else await addColumn(db, { viewer, id, roadmapId, draft });
  return doneAt(`/staff/roadmaps/${roadmapId}/columns`, args.context, "done.saved");
}

export default function Columns() {
  const words = useWords();
  const { t, list } = words;
  const { roadmap, columns, chosen, newId } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="roadmaps">
      <CurationLinks roadmap={roadmap} current="columns" />
      <ol className={`${card} mt-4 divide-y divide-line`}>
        {columns.map((column) => (
          <li key={column.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <a
              href={`/staff/roadmaps/${roadmap.id}/columns/${column.id}`}
              className="font-medium no-underline hover:text-accent"
            >
              <bdi>{columnName(words, column)}</bdi>
            </a>
            <span className="ms-auto text-sm text-muted">
              {isByHand(column) ? t("curation.byHand") : list(column.statuses.map((status) => t(`status.${status}`)))}
            </span>
          </li>
        ))}
      </ol>
      <ColumnForm key={chosen?.id ?? 0} roadmapId={roadmap.id} chosen={chosen} newId={newId} />
    </StaffPage>
  );
}
