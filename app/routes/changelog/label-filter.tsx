import { changelogPath } from "~/models/feedback/changelog/entry-path";
import { labelName } from "~/models/feedback/changelog/label-name";
import type { Label } from "~/models/feedback/changelog/labels.server";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";

/** One label, or all. */
export function LabelFilter({ labels, chosen }: { labels: Label[]; chosen: string | undefined }) {
  const words = useWords();
  if (labels.length === 0) return null;
  const all = { slug: undefined, name: words.t("changelog.allLabels") };
  const choices = [all, ...labels.map((label) => ({ slug: label.slug, name: labelName(words, label) }))];
  return (
    <Segments
      label={words.t("changelog.labels")}
      choices={choices.map(({ slug, name }) => ({
        key: slug ?? "",
        href: changelogPath({ label: slug }),
        name,
        isCurrent: slug === chosen,
      }))}
      className="mt-4"
      wraps
    />
  );
}
