import { languageNames, languages } from "~/i18n";
import { useFrame } from "./frame";
import { SiteNav } from "./site-nav";
import { themes } from "./theme";

export function Footer() {
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex w-full max-w-[68rem] flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-6 text-sm text-muted">
        <SiteNav className="-mx-2 sm:hidden" />
        <Languages />
        <FeedLinks />
        <ThemeSwitch />
      </div>
    </footer>
  );
}

/** Links, so that each language of a page has an address of its own. */
function Languages() {
  const { words, path } = useFrame();
  return (
    <nav aria-label={words.t("site.language")}>
      <ul className="flex gap-4">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={inLanguage(path, language)}
              lang={language}
              hrefLang={language}
              aria-current={language === words.language || undefined}
              className="inline-block py-1 aria-current:font-semibold aria-current:text-ink"
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Everything in a feed reader; pages name their own feeds in their heads. */
function FeedLinks() {
  const { t } = useFrame().words;
  return (
    <nav aria-label={t("nav.feeds")}>
      <ul className="flex gap-4">
        <li>
          <a href="/feed.atom" type="application/atom+xml" className="inline-block py-1">
            Atom
          </a>
        </li>
        <li>
          <a href="/feed.json" type="application/feed+json" className="inline-block py-1">
            JSON Feed
          </a>
        </li>
      </ul>
    </nav>
  );
}

function inLanguage(path: string, language: string): string {
  const url = new URL(path, "http://here.invalid");
  url.searchParams.set("lang", language);
  return url.pathname + url.search;
}

function ThemeSwitch() {
  const { words, theme } = useFrame();
  const { t } = words;
  return (
    <theme-switch>
      <form method="post" action="/theme" aria-label={t("theme.label")} className="flex rounded-lg bg-sunken p-0.5">
        {themes.map((name) => (
          <button
            key={name}
            type="submit"
            name="theme"
            value={name}
            aria-pressed={name === theme}
            className="rounded-md px-2.5 py-1 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-card"
          >
            {t(`theme.${name}`)}
          </button>
        ))}
      </form>
    </theme-switch>
  );
}
