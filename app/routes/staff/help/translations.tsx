import { languageName } from "~/i18n/languages";
import { useFrame } from "~/ui/frame";

interface Props {
  texts: { language: string; isOutdated: boolean }[];
}

/** In which of the portal's languages an article is shown, and which of them is older than the original or missing. */
export function Translations({ texts }: Props) {
  const { settings, words } = useFrame();
  const { t } = words;
  if (texts.length === 0) return;
  return (
    <ul className="flex flex-wrap gap-x-2 text-sm text-muted" aria-label={t("helpStaff.languages")}>
      {settings.languages.map((language) => {
        const text = texts.find((one) => one.language === language);
        const state = text ? (text.isOutdated ? "outdated" : undefined) : "missing";
        return (
          <li key={language}>
            <bdi>{languageName(language)}</bdi>
            {state && <span className="text-amber"> ({t(`helpWriting.translations.${state}`)})</span>}
          </li>
        );
      })}
    </ul>
  );
}
