import type { SerializeFrom } from "@remix-run/node";
import { postPath } from "~/models/feedback/posts/post-path";
import { type Column, isByHand } from "~/models/feedback/roadmaps/column";
import type { Card } from "~/models/feedback/roadmaps/list-cards.server";
import { targetName } from "~/models/feedback/roadmaps/names";
import { type Step, steps } from "~/models/feedback/roadmaps/step";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { StatusBadge } from "~/ui/status-badge";

interface Props {
  roadmapId: number;
  column: Column;
  card: SerializeFrom<Card>;
}

/** A card as the team sees it: to be dragged, stepped, or moved by a form. */
export function CuratedCard({ roadmapId, column, card }: Props) {
  const words = useWords();
  const { t } = words;
  const path = `/staff/roadmaps/${roadmapId}/cards/${card.number}`;
  return (
    <article className="roadmap-card">
      <span className="grip" title={t("curation.drag")} aria-hidden="true" />
      <div>
        <h3>
          <a href={postPath(card)} dir="auto">
            {card.title}
          </a>
        </h3>
        {card.note && <p dir="auto">{card.note}</p>}
        <div className="facts">
          <StatusBadge status={card.status} />
          {card.target && <span className="font-medium text-accent">{targetName(words, card.target)}</span>}
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
          {isByHand(column) && <StepForm path={path} columnId={column.id} card={card} />}
          <a href={path} className="inline-block py-1 text-accent">
            {t("curation.editCard")}
            <span className="sr-only">: {card.title}</span>
          </a>
          {!isByHand(column) && (
            <a href={`/posts/${card.number}/move`} className="inline-block py-1 text-accent">
              {t("curation.changeStatus")}
              <span className="sr-only">: {card.title}</span>
            </a>
          )}
        </div>
      </div>
    </article>
  );
}

/** Classes that turn the arrow of each step: along the column, or the way one reads. */
const turns: Record<Step, string> = {
  up: "rotate-180",
  down: "",
  back: "rotate-90 rtl:-rotate-90",
  on: "-rotate-90 rtl:rotate-90",
};

function StepForm({
  path,
  columnId,
  card,
}: {
  path: string;
  columnId: number;
  card: { number: number; title: string };
}) {
  const { t } = useWords();
  return (
    <form method="post" action={`${path}/move`} className="flex gap-1">
      <input type="hidden" name="from" value={columnId} />
      {steps.map((step) => (
        <button
          key={step}
          type="submit"
          name="step"
          value={step}
          id={`card-${card.number}-${step}`}
          title={t(`curation.step.${step}`)}
          className="grid size-7 place-items-center rounded-md border border-line hover:border-accent hover:text-accent"
        >
          <Icon name="chevron-down" className={turns[step]} />
          <span className="sr-only">{t(`curation.stepOf.${step}`, { title: card.title })}</span>
        </button>
      ))}
    </form>
  );
}
