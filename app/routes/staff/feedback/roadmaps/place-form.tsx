import type { SerializeFrom } from "@remix-run/node";
import type { PostStatus } from "#db/schema/feedback/posts";
import { isByHand, takesIn } from "~/models/feedback/roadmaps/column";
import type { FilledColumn } from "~/models/feedback/roadmaps/list-cards.server";
import { columnName } from "~/models/feedback/roadmaps/names";
import { button } from "~/ui/button";
import { card as box } from "~/ui/card";
import { useWords } from "~/ui/frame";

interface Props {
  roadmapId: number;
  card: { number: number; columnId: number | null; status: PostStatus };
  columns: SerializeFrom<FilledColumn>[];
}

/** Every place there is, to be chosen without dragging anything. */
export function PlaceForm({ roadmapId, card, columns }: Props) {
  const words = useWords();
  const { t } = words;
  const path = `/staff/roadmaps/${roadmapId}/cards/${card.number}`;
  const places = columns.filter((column) => isByHand(column));
  const own = card.columnId === null ? undefined : columns.find((column) => takesIn(column, card.status));
  return (
    <section aria-labelledby="place" className={`${box} mt-4 max-w-lg space-y-4 p-5`}>
      <h2 id="place" className="text-lg">
        {t("curation.placeHeading")}
      </h2>
      {places.length === 0 && <p className="text-sm text-muted">{t("curation.noneByHand")}</p>}
      {(places.length > 0 || own) && (
        <form method="post" action={`${path}/move`} className="space-y-3">
          <input type="hidden" name="from" value={card.columnId ?? ""} />
          <label htmlFor="to" className="block text-sm font-medium">
            {t("curation.to")}
          </label>
          <select
            id="to"
            name="to"
            defaultValue={places[0] && `${places[0].id}:`}
            className="block min-h-10 w-full rounded-lg border border-edge/60 bg-surface px-3 text-sm text-ink"
          >
            {places.map((column) => (
              <optgroup key={column.id} label={columnName(words, column)}>
                {column.cards
                  .filter(({ number }) => number !== card.number)
                  .map(({ number, title }) => (
                    <option key={number} value={`${column.id}:${number}`}>
                      {t("curation.above", { column: columnName(words, column), title })}
                    </option>
                  ))}
                <option value={`${column.id}:`}>{t("curation.end", { column: columnName(words, column) })}</option>
              </optgroup>
            ))}
            {own && <option value={`${own.id}:`}>{t("curation.ownPlace", { column: columnName(words, own) })}</option>}
          </select>
          <button type="submit" className={button()}>
            {t("curation.move")}
          </button>
        </form>
      )}
      {card.columnId !== null && (
        <form method="post" action={`${path}/remove`}>
          <input type="hidden" name="from" value={card.columnId} />
          <button type="submit" className={button("danger", "small")}>
            {t("curation.takeOff")}
          </button>
        </form>
      )}
    </section>
  );
}
