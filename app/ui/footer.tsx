import { languageName } from "~/i18n";
import { useFrame } from "./frame";
import { SiteNav } from "./site-nav";
import { themes } from "./theme";

export function Footer() {
  const { viewer, settings } = useFrame();
  const isOpen = viewer !== null || !settings.isPrivate;
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex w-full max-w-[68rem] flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-6 text-sm text-muted">
        {isOpen && <SiteNav className="-mx-2 md:hidden" />}
        <Languages />
        {!settings.isPrivate && <FeedLinks />}
        <OwnLinks />
        <ThemeSwitch />
      </div>
    </footer>
  );
}

/** A form, since a choice is kept: whoever only follows a link, or is shown a picture, has chosen nothing. */
function Languages() {
  const { words, settings } = useFrame();
  if (settings.languages.length < 2) return null;
  return (
    <form method="post" action="/language" aria-label={words.t("site.language")} className="flex gap-4">
      {settings.languages.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === words.language}
          className="py-1 underline aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:no-underline"
        >
          {languageName(language)}
        </button>
      ))}
    </form>
  );
}

/** Links to the feeds of the whole portal; pages name their own feeds in their heads. */
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

/** What the team wants to be found from every page. */
function OwnLinks() {
  const { words, settings } = useFrame();
  const { t } = words;
  const { footerLinks, imprint } = settings;
  const links = imprint ? [...footerLinks, { label: t("settings.imprint"), address: imprint }] : footerLinks;
  if (links.length === 0) return null;
  return (
    <nav aria-label={t("nav.more")}>
      <ul className="flex flex-wrap gap-x-4">
        {links.map(({ label, address }) => (
          <li key={`${label} ${address}`}>
            <a href={address} className="inline-block py-1">
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
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
