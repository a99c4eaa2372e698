import type { SerializeFrom } from "@remix-run/node";
import { isByHand } from "~/models/feedback/roadmaps/column";
import type { FilledColumn } from "~/models/feedback/roadmaps/list-cards.server";
import { columnName } from "~/models/feedback/roadmaps/names";
import { useWords } from "~/ui/frame";
import { CuratedCard } from "./curated-card";

interface Props {
  roadmapId: number;
  column: SerializeFrom<FilledColumn>;
}

/** One that is filled by hand takes cards; what stands in the others is decided by the posts' statuses. */
export function CuratedColumn({ roadmapId, column }: Props) {
  const words = useWords();
  const { t, number } = words;
  const name = columnName(words, column);
  const count = number(column.cards.length);
  return (
    <section
      aria-labelledby={`column-${column.id}`}
      className="roadmap-column"
      data-column={isByHand(column) ? column.id : undefined}
    >
      <h2 id={`column-${column.id}`}>
        <bdi>{name}</bdi>
      </h2>
      <p className="text-xs text-muted">{t(isByHand(column) ? "curation.byHand" : "curation.byStatus")}</p>
      <ol>
        {column.cards.map((card, i) => (
          <li
            key={card.number}
            id={`card-${card.number}`}
            data-number={card.number}
            data-from={isByHand(column) ? column.id : ""}
            data-place={t("curation.place", { title: card.title, place: number(i + 1), count, column: name })}
          >
            <CuratedCard roadmapId={roadmapId} column={column} card={card} />
          </li>
        ))}
      </ol>
      {column.hasMore && <p className="text-xs text-muted">{t("curation.more", { count: column.cards.length })}</p>}
    </section>
  );
}
