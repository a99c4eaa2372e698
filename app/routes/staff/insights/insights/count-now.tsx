import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** When the charts were counted, and a button that has them counted anew. */
export function CountNow({ at }: { at: string | undefined }) {
  const { t, moment } = useWords();
  return (
    <form method="post" action="/staff/requests/count" className="mt-4 flex flex-wrap items-center gap-3">
      {at && <p className="text-sm text-muted">{t("insights.countedAt", { moment: moment(at) })}</p>}
      <button type="submit" className={button("quiet", "small")}>
        {t("requests.count")}
      </button>
    </form>
  );
}
