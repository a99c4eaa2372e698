import { textIn } from "~/models/core/text/text-in";
import type { ListedSection } from "~/models/help/sections/list-sections.server";
import { mostArticlesCounted } from "~/models/help/sections/most-counted";
import { sectionName } from "~/models/help/sections/section-name";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

/** A section, what is in it, and how many articles. */
export function SectionCard({ section }: { section: ListedSection }) {
  const words = useWords();
  const about = textIn(section.descriptions, words.language);
  return (
    <a href={`/help/${section.slug}`} className={`block h-full p-5 no-underline hover:border-accent ${card}`}>
      <h2 className="text-lg">{sectionName(words, section)}</h2>
      {about && <p className="mt-1 text-sm text-muted">{about}</p>}
      <p className="mt-2 text-sm text-muted">
        {section.count > mostArticlesCounted
          ? words.t("help.moreArticles", { count: mostArticlesCounted })
          : words.t("help.articles", { count: section.count })}
      </p>
    </a>
  );
}
