import { roadmapPath } from "~/models/feedback/roadmaps/address";
import { roadmapName } from "~/models/feedback/roadmaps/names";
import { useWords } from "~/ui/frame";

interface Props {
  roadmap: { id: number; slug: string; name: string; isOff: boolean };
  current?: "cards" | "columns";
}

/** Which roadmap this is, and its other pages. */
export function CurationLinks({ roadmap, current }: Props) {
  const words = useWords();
  const { t } = words;
  const path = `/staff/roadmaps/${roadmap.id}`;
  return (
    <nav aria-label={t("curation.links")} className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <h2 className="text-lg">
        <bdi>{roadmapName(words, roadmap)}</bdi>
      </h2>
      {(["cards", "columns"] as const).map((name) => (
        <a
          key={name}
          href={`${path}/${name}`}
          aria-current={name === current ? "page" : undefined}
          className="curation-link"
        >
          {t(`curation.${name}`)}
        </a>
      ))}
      {roadmap.isOff ? (
        <span className="text-muted">{t("curation.off")}</span>
      ) : (
        <a href={roadmapPath(roadmap)} className="curation-link">
          {t("curation.look")}
        </a>
      )}
    </nav>
  );
}
