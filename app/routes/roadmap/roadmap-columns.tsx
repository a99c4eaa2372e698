import type { SerializeFrom } from "@remix-run/node";
import { everyPost, listAddress } from "~/models/feedback/posts/list-filter";
import { columnName } from "~/models/feedback/roadmaps/names";
import { useWords } from "~/ui/frame";
import type { Cards } from "./load-roadmap.server";
import { RoadmapCard } from "./roadmap-card";

type Column = SerializeFrom<Cards["columns"][number]>;

interface Props extends Pick<Cards, "filter" | "boards" | "tags"> {
  columns: Column[];
  /** In somebody else's page nobody votes, and links lead out of it. */
  isEmbedded?: boolean;
}

/** Beside each other where there is room, below each other where there is not. */
export function RoadmapColumns({ columns, filter, boards, tags, isEmbedded = false }: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="roadmap">
      {columns.map((column) => (
        <section key={column.id} aria-labelledby={`column-${column.id}`} className="roadmap-column">
          <h2 id={`column-${column.id}`}>
            <bdi>{columnName(words, column)}</bdi>
          </h2>
          {column.cards.length === 0 && <p className="text-sm text-muted">{t("roadmap.emptyColumn")}</p>}
          <ol>
            {column.cards.map((card) => (
              <li key={card.number}>
                <RoadmapCard card={card} boards={boards} tags={tags} isEmbedded={isEmbedded} />
              </li>
            ))}
          </ol>
          {column.hasMore && <More column={column} filter={filter} isEmbedded={isEmbedded} />}
        </section>
      ))}
    </div>
  );
}

/** The list has all of them, and in its own order. */
function More({ column, filter, isEmbedded }: { column: Column; filter: Cards["filter"]; isEmbedded: boolean }) {
  const { t } = useWords();
  return (
    <ul className="space-y-1 text-sm">
      {column.statuses.map((status) => (
        <li key={status}>
          <a
            href={listAddress({ ...everyPost, ...filter, status, sort: "top" })}
            target={isEmbedded ? "_blank" : undefined}
            rel={isEmbedded ? "noopener" : undefined}
            className="text-accent"
          >
            {t("roadmap.more", { status: t(`status.${status}`) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
