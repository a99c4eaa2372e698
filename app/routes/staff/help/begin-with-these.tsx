import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

/** Articles about the portal itself that a team need not write. */
export function BeginWithThese({ count }: { count: number }) {
  const { t } = useWords();
  return (
    <form
      method="post"
      action="/staff/help/begin"
      className={`mt-6 flex flex-wrap items-center justify-between gap-3 p-4 ${card}`}
    >
      <p className="text-sm text-muted">{t("helpWriting.begin.text", { count })}</p>
      <button type="submit" className={button("quiet")}>
        {t("helpWriting.begin.submit")}
      </button>
    </form>
  );
}
