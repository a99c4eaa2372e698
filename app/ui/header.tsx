import { picturePath } from "~/models/core/settings/portal-picture";
import { isStaff } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { manyUnread } from "~/models/telling/notifications/many-unread";
import { Avatar } from "./avatar";
import { button } from "./button";
import { useFrame } from "./frame";
import { Icon } from "./icon";
import { SearchField } from "./search-field";
import { SiteNav } from "./site-nav";

export function Header() {
  const { viewer, words, path, settings } = useFrame();
  const { t } = words;
  if (settings.isPrivate && !viewer) return <DoorHeader />;
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex h-14 w-full max-w-[68rem] items-center gap-1 whitespace-nowrap px-4 sm:gap-3">
        <a href="/" className="flex items-center gap-2 font-semibold tracking-tight no-underline">
          <Brand />
        </a>
        <SiteNav className="max-md:hidden" />
        <ChangelogLink />
        <HeaderSearch />
        <a href="/posts/new" className={button("primary", "small")}>
          <Icon name="plus" />
          <span className="max-sm:sr-only">{t("nav.newPost")}</span>
        </a>
        {viewer ? (
          <>
            <Bell />
            <AccountMenu viewer={viewer} />
          </>
        ) : (
          <a
            href={`/sign-in?next=${encodeURIComponent(path)}`}
            className={`${button("quiet", "small")} whitespace-nowrap`}
          >
            {t("nav.signIn")}
          </a>
        )}
      </div>
    </header>
  );
}

/** For those who are not let in without signing in. */
function DoorHeader() {
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex h-14 w-full max-w-[68rem] items-center gap-2 px-4 font-semibold tracking-tight">
        <Brand />
      </div>
    </header>
  );
}

/** On a narrow screen no more than a way to the page that has the field. */
function HeaderSearch() {
  const { words, path } = useFrame();
  const { t } = words;
  if (/^\/search(\?|$)/.test(path)) return <div className="grow" />;
  return (
    <div className="flex min-w-0 grow justify-end">
      <a
        href="/search"
        aria-label={t("search.label")}
        className="grid size-9 place-items-center rounded-full no-underline hover:bg-sunken sm:hidden"
      >
        <Icon name="search" className="size-5" />
      </a>
      <search className="min-w-24 max-sm:hidden sm:w-56 lg:w-72">
        <form action="/search">
          <SearchField size="small" />
        </form>
      </search>
    </div>
  );
}

/** With a dot while there is an entry that the viewer has not seen. */
function ChangelogLink() {
  const { hasNewEntry, words, path } = useFrame();
  const { t } = words;
  return (
    <a
      href="/changelog"
      aria-label={t(hasNewEntry ? "nav.changelogNew" : "nav.changelog")}
      aria-current={/^\/changelog(\?|$)/.test(path) ? "page" : undefined}
      className="relative grid h-9 place-items-center rounded-full px-2 text-sm text-muted no-underline hover:bg-sunken hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      <Icon name="megaphone" className="size-5 lg:hidden" />
      <span className="max-lg:hidden">{t("nav.changelog")}</span>
      {hasNewEntry && <span className="absolute end-0.5 top-1 size-2 rounded-full bg-accent" />}
    </a>
  );
}

/** The portal's own logo, which stands for the name where it is wide; else the product's, with the name beside it. */
function Brand() {
  const { settings, words } = useFrame();
  const { logo } = settings;
  const isWide = logo !== null && logo.width > 2 * logo.height;
  return (
    <>
      {logo ? (
        <img
          src={picturePath(settings, "logo")}
          alt=""
          width={logo.width / 2}
          height={logo.height / 2}
          className="max-h-9 w-auto max-w-40 shrink-0 object-contain max-sm:max-w-28 max-[22rem]:max-w-16"
        />
      ) : (
        <Wave />
      )}
      <span className={isWide ? "sr-only" : "max-[26rem]:sr-only"}>{words.t("site.name")}</span>
    </>
  );
}

function Wave() {
  return (
    <svg viewBox="0 0 32 32" className="size-7 text-accent" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="currentColor" />
      <path
        d="M5 20c3.5 0 4-4 7.3-4s3.8 4 7.4 4 3.8-4 7.3-4M5 14c3.5 0 4-4 7.3-4s3.8 4 7.4 4 3.8-4 7.3-4"
        fill="none"
        className="stroke-on-accent"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}

function Bell() {
  const { unread, words } = useFrame();
  const { t, number } = words;
  const shown = unread < manyUnread ? number(unread) : `${number(manyUnread - 1)}+`;
  return (
    <a
      href="/me/notifications"
      aria-label={unread > 0 ? t("nav.unread", { count: unread, shown }) : t("nav.notifications")}
      className="relative grid size-9 place-items-center rounded-full no-underline hover:bg-sunken"
    >
      <Icon name="bell" className="size-5" />
      {unread > 0 && (
        <span className="absolute -end-0.5 -top-0.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-[0.6875rem]/[1.125rem] font-semibold text-on-accent">
          {shown}
        </span>
      )}
    </a>
  );
}

const item = "flex w-full items-center gap-2 rounded-md px-3 py-2 text-start text-sm no-underline hover:bg-sunken";

function AccountMenu({ viewer }: { viewer: User }) {
  const { words, needsPasskey } = useFrame();
  const { t } = words;
  return (
    <>
      <button type="button" popovertarget="account" className="rounded-full" aria-label={t("nav.account")}>
        <Avatar name={viewer.name} />
      </button>
      <div
        id="account"
        popover="auto"
        className="menu w-56 rounded-card border border-line bg-surface p-1.5 text-ink shadow-float"
      >
        <p className="truncate px-3 py-2 text-sm text-muted">
          <bdi>{viewer.name ?? t("people.nameless")}</bdi>
        </p>
        <a href="/me" className={item}>
          {t("nav.me")}
        </a>
        <a href="/me/preferences" className={item}>
          {t("nav.preferences")}
        </a>
        {(isStaff(viewer) || needsPasskey) && (
          <a href="/staff" className={item}>
            {t("nav.staff")}
          </a>
        )}
        <form method="post" action="/sign-out">
          <button type="submit" className={item}>
            {t("nav.signOut")}
          </button>
        </form>
      </div>
    </>
  );
}
