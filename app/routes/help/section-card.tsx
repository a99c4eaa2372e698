import { textIn } from "~/models/core/text/text-in";
import { sectionIcons } from "~/models/help/sections/icons";
import type { ListedSection } from "~/models/help/sections/list-sections.server";
import { mostArticlesCounted } from "~/models/help/sections/most-counted";
import { sectionName } from "~/models/help/sections/section-name";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";

/** A section, what is in it, and how many articles. */
export function SectionCard({ section }: { section: ListedSection }) {
  const words = useWords();
  const icon = sectionIcons.find((one) => one === section.icon) ?? sectionIcons[0];
  const about = textIn(section.descriptions, words.language);
  return (
    <a href={`/help/${section.slug}`} className={`block h-full p-5 no-underline hover:border-accent ${card}`}>
      <h2 className="flex items-center gap-2.5 text-lg">
        <Icon name={icon} className="size-5 shrink-0 text-accent" />
        {sectionName(words, section)}
      </h2>
      {about && <p className="mt-1 text-sm text-muted">{about}</p>}
      <p className="mt-2 text-sm text-muted">
        {section.count > mostArticlesCounted
          ? words.t("help.moreArticles", { count: mostArticlesCounted })
          : words.t("help.articles", { count: section.count })}
      </p>
    </a>
  );
}
