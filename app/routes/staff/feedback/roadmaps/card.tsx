import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { describeCard } from "~/models/feedback/roadmaps/describe-card.server";
import { cardDraft } from "~/models/feedback/roadmaps/draft";
import { requireCard } from "~/models/feedback/roadmaps/hold-card.server";
import { listCards } from "~/models/feedback/roadmaps/list-cards.server";
import { targetsFrom } from "~/models/feedback/roadmaps/target";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { StaffPage } from "../../staff-page";
import { CurationLinks } from "./curation-links";
import { DescribeCardForm } from "./describe-card-form";
import { requireCurated, requireRoadmapId } from "./load-curated.server";
import { PlaceForm } from "./place-form";

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, db, roadmap, columns } = await requireCurated(args);
  const card = await requireCard(db, viewer, roadmap.id, requireNumber(args.params));
  const filled = await listCards(db, viewer, { id: roadmap.id, columns });
  return {
    head: { title: args.context.words.t("curation.cardTitle", { title: card.title }), isPrivate: true },
    roadmap,
    card,
    columns: filled,
    targets: targetsFrom(new Date(), card.target),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const roadmapId = requireRoadmapId(args.params);
  const number = requireNumber(args.params);
  const draft = await readForm(args, cardDraft);
  await describeCard(args.context.db, { viewer, roadmapId, number, draft });
  return doneAt(`/staff/roadmaps/${roadmapId}/cards#card-${number}`, args.context, "done.saved");
}

export default function Card() {
  const { t } = useWords();
  const { roadmap, card, columns, targets } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="roadmaps">
      <CurationLinks roadmap={roadmap} />
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <a href={postPath(card)} dir="auto" className="text-accent underline">
          {card.title}
        </a>
        <StatusBadge status={card.status} />
        <a href={`/posts/${card.number}/move`} className="text-sm text-accent">
          {t("curation.changeStatus")}
        </a>
      </p>
      <PlaceForm roadmapId={roadmap.id} card={card} columns={columns} />
      <DescribeCardForm card={card} targets={targets} />
    </StaffPage>
  );
}
