import { changelogPath } from "~/models/changelog/entry-path";
import type { Label } from "~/models/changelog/labels.server";
import { labelName } from "~/ui/entry-labels";
import { useWords } from "~/ui/frame";

/** One label, or all. */
export function LabelFilter({ labels, chosen }: { labels: Label[]; chosen: string | undefined }) {
  const words = useWords();
  if (labels.length === 0) return null;
  const choices = [
    { slug: undefined, name: words.t("changelog.allLabels") },
    ...labels.map((label) => ({ slug: label.slug, name: labelName(words, label) })),
  ];
  return (
    <nav aria-label={words.t("changelog.labels")} className="mt-4">
      <ul className="flex w-fit max-w-full flex-wrap rounded-lg bg-sunken p-1 text-sm font-medium text-muted">
        {choices.map(({ slug, name }) => (
          <li key={slug ?? ""}>
            <a
              href={changelogPath({ label: slug })}
              aria-current={slug === chosen ? "page" : undefined}
              className="segment block rounded-md px-3 py-1.5 no-underline hover:text-ink"
            >
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
