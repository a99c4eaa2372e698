import { type Chosen, mostChosen } from "~/models/core/bulk/limits";
import { useWords } from "~/ui/frame";

interface Props {
  chosen: Chosen | undefined;
  /** The same list with so many ticked. */
  pathTo: (chosen?: Chosen) => string;
  /** How many stand on the page, and how many there are on all of them; undefined where they are too many to be counted. */
  shown: number;
  all: number | undefined;
}

/** Ticks a page of a list, then all that is found, or none. */
export function ChooseAll({ chosen, pathTo, shown, all }: Props) {
  const { t, number } = useWords();
  if (shown === 0) return null;
  const hasMore = all === undefined || all > shown;
  const found =
    all === undefined || all > mostChosen
      ? t("inbox.foundMost", { shown: number(mostChosen) })
      : t("inbox.found", { shown: number(all) });
  const link = "text-accent underline";
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {chosen === "found" && <span className="font-medium">{t("inbox.foundChosen")}</span>}
      <a href={pathTo(chosen ? undefined : "all")} className={link}>
        {t(chosen ? "inbox.none" : "inbox.all")}
      </a>
      {chosen === "all" && hasMore && (
        <a href={pathTo("found")} className={link}>
          {found}
        </a>
      )}
    </p>
  );
}
