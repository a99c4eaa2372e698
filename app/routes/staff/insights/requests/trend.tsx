import { useWords } from "~/ui/frame";

/** More or fewer votes than in the 30 days before, in a sign, a colour and words. */
export function Trend({ trend }: { trend: number }) {
  const { t, number } = useWords();
  const way = trend > 0 ? "up" : trend < 0 ? "down" : "same";
  const looks = { up: "text-success", down: "text-danger", same: "text-muted" }[way];
  const sign = { up: "▲", down: "▼", same: "=" }[way];
  return (
    <span className={`font-medium ${looks}`}>
      <span aria-hidden="true">{sign} </span>
      <span className="sr-only">{t(`requests.way.${way}`)} </span>
      {number(Math.abs(trend))}
    </span>
  );
}
