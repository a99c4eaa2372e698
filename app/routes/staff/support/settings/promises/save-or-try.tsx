import type { ReactNode } from "react";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

interface Props {
  action: string;
  /** What is not there yet promises nothing. */
  canTry?: boolean;
  /** What else can be done. */
  children?: ReactNode;
}

/** Saves what is promised, or shows first what that would change. */
export function SaveOrTry({ action, canTry = true, children }: Props) {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap gap-3">
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
      {canTry && (
        <button type="submit" formAction={`${action}?try`} className={button("quiet")}>
          {t("deskSettings.trial.try")}
        </button>
      )}
      {children}
    </div>
  );
}
