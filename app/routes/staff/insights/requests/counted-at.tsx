import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** When the numbers of the page were right, and a button that has them counted anew. */
export function CountedAt({ at }: { at: string | null }) {
  const { t, moment } = useWords();
  return (
    <form method="post" action="/staff/requests/count" className="mt-4 flex flex-wrap items-center gap-3">
      <p className="text-sm text-muted">
        {at ? t("requests.countedAt", { moment: moment(at) }) : t("requests.notCounted")}
      </p>
      <button type="submit" className={button("quiet", "small")}>
        {t("requests.count")}
      </button>
    </form>
  );
}
