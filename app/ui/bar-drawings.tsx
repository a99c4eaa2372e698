import { type Chart, looks } from "./chart";
import { roundTop, ticksUpTo } from "./chart-scale";
import { useWords } from "./frame";

const size = { width: 640, height: 200, start: 44, end: 8, top: 14, bottom: 26 };

type Drawn = Pick<Chart, "id" | "title" | "description" | "series" | "bars">;

/** Bars from start to end, as for weeks. */
export function StandingBars({ id, title, description, series, bars }: Drawn) {
  const { number, direction } = useWords();
  const { width, height, start, end, top, bottom } = size;
  const highest = roundTop(Math.max(0, ...bars.flatMap(({ values }) => values)));
  const across = (x: number, breadth = 0) => (direction === "rtl" ? width - x - breadth : x);
  const up = (value: number) => height - bottom - (value / highest) * (height - top - bottom);
  const room = (width - start - end) / Math.max(1, bars.length);
  const breadth = Math.min(40, (room * 0.76) / series.length);
  const every = Math.ceil(bars.length / 7);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
      className="mt-4 block h-auto w-full"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {ticksUpTo(highest).map((tick) => (
        <g key={tick}>
          <line x1={across(start)} x2={across(width - end)} y1={up(tick)} y2={up(tick)} className="stroke-line" />
          <text x={across(start - 6)} y={up(tick) + 4} textAnchor="end" className="fill-muted text-[11px]">
            {number(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ key, label, values }, i) => (
        <g key={key}>
          {values.map((value, j) => {
            const x = start + room * i + (room - breadth * series.length) / 2 + breadth * j;
            const y = up(value);
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: series have no other name here
                key={j}
                x={across(x, breadth)}
                y={y}
                width={breadth}
                height={height - bottom - y}
                rx={1.5}
                className={looks[series[j]?.look ?? "accent"].fill}
              />
            );
          })}
          {i % every === 0 && (
            <text
              x={across(start + room * (i + 0.5))}
              y={height - 8}
              textAnchor="middle"
              className="fill-muted text-[11px]"
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Rows of bars with their labels before them, as for statuses. */
export function LyingBars({ id, title, description, series, bars }: Drawn) {
  const { number, direction } = useWords();
  const [width, start, end, row] = [640, 150, 60, 16 * series.length + 12];
  const highest = Math.max(1, ...bars.flatMap(({ values }) => values));
  const across = (x: number, breadth = 0) => (direction === "rtl" ? width - x - breadth : x);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${width} ${Math.max(1, bars.length) * row}`}
      className="mt-4 block h-auto w-full"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {bars.map(({ key, label, values }, i) => (
        <g key={key}>
          <text x={across(start - 10)} y={row * i + row / 2 + 4} textAnchor="end" className="fill-ink text-[12px]">
            {label}
          </text>
          {values.map((value, j) => {
            const [y, breadth] = [row * i + 6 + 16 * j, (value / highest) * (width - start - end)];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: series have no other name here
              <g key={j}>
                <rect
                  x={across(start, breadth)}
                  y={y}
                  width={breadth}
                  height={13}
                  rx={1.5}
                  className={looks[series[j]?.look ?? "accent"].fill}
                />
                <text x={across(start + breadth + 6)} y={y + 11} className="fill-muted text-[11px]">
                  {number(value)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
