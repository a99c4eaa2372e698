import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** The end of a form of the team's: cancel is the way back from something that was chosen to be changed. */
export function SaveOrCancel({ cancel }: { cancel?: string }) {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap gap-3">
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
      {cancel && (
        <a href={cancel} className={button("plain")}>
          {t("form.cancel")}
        </a>
      )}
    </div>
  );
}
