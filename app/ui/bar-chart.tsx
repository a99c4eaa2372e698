import { LyingBars, StandingBars } from "./bar-drawings";
import { card } from "./card";
import { type Chart, looks } from "./chart";
import { useWords } from "./frame";

/** Bars side by side, and the same as a table to open. Time runs as the page is read. */
export function BarChart({ id, title, description, labelOfBars, series, more, lies = false, bars }: Chart) {
  const Drawing = lies ? LyingBars : StandingBars;
  return (
    <figure aria-labelledby={`${id}-heading`} className={`${card} mt-5 p-5`}>
      <figcaption>
        <h2 id={`${id}-heading`} className="text-lg">
          {title}
        </h2>
        <p className="mt-1 text-sm text-muted">{description}</p>
        {series.length > 1 && (
          <ul className="mt-2 flex flex-wrap gap-4 text-sm">
            {series.map(({ name, look }) => (
              <li key={name} className="flex items-center gap-2">
                <span aria-hidden="true" className={`size-3 rounded-sm ${looks[look].box}`} />
                {name}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <Drawing id={id} title={title} description={description} series={series} bars={bars} />
      <BarTable title={title} labelOfBars={labelOfBars} series={series} more={more} bars={bars} />
    </figure>
  );
}

function BarTable({ title, labelOfBars, series, more, bars }: Omit<Chart, "id" | "description">) {
  const { t, number } = useWords();
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer">
        {t("insights.table")}
        <span className="sr-only">: {title}</span>
      </summary>
      <table className="mt-2 w-full max-w-xl">
        <thead className="text-muted">
          <tr>
            <th scope="col" className="py-1 text-start font-medium">
              {labelOfBars}
            </th>
            {[...series.map(({ name }) => name), ...(more ? [more] : [])].map((name) => (
              <th key={name} scope="col" className="py-1 text-end font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, values, cells }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className="py-1 text-start font-normal">
                {label}
              </th>
              {(cells ?? values.map(number)).map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name here
                <td key={i} className="py-1 text-end tabular-nums">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
