import type { ReactNode } from "react";
import { button } from "./button";
import { card } from "./card";
import { useWords } from "./frame";

interface Row {
  id: number;
  name: string;
  shown: ReactNode;
}

/** What counts in its order: each row is dragged by its dots, or takes a step up or down. `page` is where rows are moved. */
export function OrderedList({ page, rows }: { page: string; rows: Row[] }) {
  const { t, number } = useWords();
  const count = number(rows.length);
  return (
    <drag-board data-action={page}>
      <div data-column="" className={`${card} mt-4 max-w-2xl`}>
        <ol className="divide-y divide-line">
          {rows.map(({ id, name, shown }, i) => (
            <li
              key={id}
              id={`card-${id}`}
              data-number={id}
              data-place={t("order.place", { name, place: number(i + 1), count })}
              className="flex items-stretch gap-x-4 gap-y-1 px-4 py-3 max-sm:flex-wrap"
            >
              {rows.length > 1 && <span className="grip shrink-0" title={t("order.drag")} aria-hidden="true" />}
              <div className="min-w-0 grow basis-0">{shown}</div>
              <form
                method="post"
                action={`${page}/${id}/move`}
                className="flex shrink-0 items-start gap-1 max-sm:basis-full max-sm:justify-end"
              >
                {i > 0 && <Step step="up" id={id} name={name} />}
                {i < rows.length - 1 && <Step step="down" id={id} name={name} />}
              </form>
            </li>
          ))}
        </ol>
      </div>
    </drag-board>
  );
}

function Step({ step, id, name }: { step: "up" | "down"; id: number; name: string }) {
  const { t } = useWords();
  return (
    <button
      type="submit"
      name="step"
      value={step}
      id={`card-${id}-${step}`}
      className={button("plain", "small")}
      aria-label={t(`curation.stepOf.${step}`, { title: name })}
    >
      {t(`curation.step.${step}`)}
    </button>
  );
}
