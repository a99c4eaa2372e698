import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { isByHand } from "~/models/feedback/roadmaps/column";
import { newCard } from "~/models/feedback/roadmaps/draft";
import { listCards } from "~/models/feedback/roadmaps/list-cards.server";
import { moveCard } from "~/models/feedback/roadmaps/move-card.server";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { AddCardForm } from "./add-card-form";
import { CuratedColumn } from "./curated-column";
import { CurationLinks } from "./curation-links";
import { requireCurated, requireRoadmapId } from "./load-curated.server";

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, db, roadmap, columns } = await requireCurated(args);
  const filled = await listCards(db, viewer, { id: roadmap.id, columns });
  const { t } = args.context.words;
  return { head: { title: t("curation.cards"), isPrivate: true }, roadmap, columns: filled };
}

/** A post gets a card. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const roadmapId = requireRoadmapId(args.params);
  const { post, columnId } = await readForm(args, newCard);
  await moveCard(args.context.db, { viewer, roadmapId, number: post, from: null, to: { columnId } });
  return doneAt(`/staff/roadmaps/${roadmapId}/cards#card-${post}`, args.context, "done.saved");
}

export default function Cards() {
  const { t } = useWords();
  const { roadmap, columns } = useLoaderData<typeof loader>();
  const byHand = columns.filter(isByHand);
  return (
    <StaffPage current="roadmaps">
      <CurationLinks roadmap={roadmap} current="cards" />
      <p className="mt-3 text-sm text-muted">{t(byHand.length > 0 ? "curation.how" : "curation.noneByHand")}</p>
      <drag-board data-action={`/staff/roadmaps/${roadmap.id}/cards`}>
        <div className="roadmap">
          {columns.map((column) => (
            <CuratedColumn key={column.id} roadmapId={roadmap.id} column={column} />
          ))}
        </div>
      </drag-board>
      {byHand.length > 0 && <AddCardForm columns={byHand} />}
    </StaffPage>
  );
}
