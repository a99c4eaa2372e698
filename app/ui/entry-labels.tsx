import { changelogPath } from "~/models/feedback/changelog/entry-path";
import { labelName } from "~/models/feedback/changelog/label-name";
import type { Label } from "~/models/feedback/changelog/labels.server";
import { useWords } from "./frame";
import { tagLooks } from "./tag-badge";

/** The labels of an entry, each leading to all entries that have it. */
export function EntryLabels({ labels }: { labels: Label[] }) {
  const words = useWords();
  if (labels.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {labels.map((label) => (
        <li key={label.id}>
          <a href={changelogPath({ label: label.slug })} className={`${tagLooks(label.color)} inline-block`}>
            <bdi>{labelName(words, label)}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
