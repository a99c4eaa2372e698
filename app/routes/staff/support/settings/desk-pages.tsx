import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";

const pages = [
  { key: "mails", href: "/staff/settings/support" },
  { key: "categories", href: "/staff/support/settings/categories" },
  { key: "routing", href: "/staff/support/settings/routing" },
  { key: "policies", href: "/staff/support/settings/policies" },
  { key: "schedules", href: "/staff/support/settings/schedules" },
  { key: "tiers", href: "/staff/support/settings/tiers" },
  { key: "vips", href: "/staff/support/settings/vips" },
  { key: "paging", href: "/staff/support/settings/paging" },
  { key: "report", href: "/staff/support/settings/report" },
] as const;

/** Links to what an administrator sets up of the support desk. */
export function DeskPages({ current }: { current: (typeof pages)[number]["key"] }) {
  const { t } = useWords();
  return (
    <Segments
      label={t("deskSettings.pages.label")}
      className="mt-4"
      wraps
      choices={pages.map(({ key, href }) => ({
        key,
        href,
        name: t(`deskSettings.pages.${key}`),
        isCurrent: key === current,
      }))}
    />
  );
}
