import { useWords } from "~/ui/frame";

/** Where an article or a section stands. */
export function HelpPath({ section }: { section?: { slug: string; name: string } }) {
  const { t } = useWords();
  return (
    <nav aria-label={t("nav.breadcrumbs")} className="mb-4 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <a href="/help" className="text-accent underline">
            {t("help.title")}
          </a>
        </li>
        {section && (
          <li>
            <span aria-hidden="true" className="me-2 text-muted">
              /
            </span>
            <a href={`/help/${section.slug}`} className="text-accent underline">
              {section.name}
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}
