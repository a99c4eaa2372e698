import { button } from "./button";
import { useWords } from "./frame";

/** Answers "did this solve it?". */
export function SolvedButtons({ action }: { action: string }) {
  const { t } = useWords();
  return (
    <form method="post" action={action} className="mt-3 flex flex-wrap gap-3">
      <button type="submit" name="solved" value="yes" className={button()}>
        {t("solved.yes")}
      </button>
      <button type="submit" name="solved" value="no" className={button("quiet")}>
        {t("solved.no")}
      </button>
    </form>
  );
}
