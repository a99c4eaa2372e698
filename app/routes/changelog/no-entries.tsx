import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";

export function NoEntries({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useWords();
  return (
    <div className="rounded-card border border-dashed border-line px-6 py-14 text-center">
      <Icon name="megaphone" className="mx-auto size-8 text-muted" />
      <p className="mt-3 font-medium">{t(isNarrow ? "changelog.noMatch" : "changelog.empty")}</p>
      {!isNarrow && <p className="mt-1 text-sm text-muted">{t("changelog.emptyHelp")}</p>}
      {isNarrow && (
        <p className="mt-5">
          <a href="/changelog" className={button("quiet")}>
            {t("changelog.all")}
          </a>
        </p>
      )}
    </div>
  );
}
