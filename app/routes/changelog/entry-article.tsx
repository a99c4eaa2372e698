import type { SerializeFrom } from "@remix-run/node";
import { entryPath } from "~/models/feedback/changelog/entry-path";
import type { Label } from "~/models/feedback/changelog/labels.server";
import type { listEntries } from "~/models/feedback/changelog/list-entries.server";
import { EntryLabels } from "~/ui/entry-labels";
import { useWords } from "~/ui/frame";
import { Prose } from "~/ui/prose";
import { When } from "~/ui/when";

type Entry = SerializeFrom<Awaited<ReturnType<typeof listEntries>>>["entries"][number];

/** A whole entry in the list, as most readers come for no more. */
export function EntryArticle({ entry, labels }: { entry: Entry; labels: Label[] }) {
  return (
    <article>
      <EntryFacts entry={entry} labels={labels} />
      <h2 className="mt-2 text-xl tracking-tight">
        <a href={entryPath(entry)} dir="auto" className="no-underline hover:text-accent">
          {entry.title}
        </a>
      </h2>
      <Prose html={entry.bodyHtml} className="mt-3" />
    </article>
  );
}

interface Facts {
  entry: { labelIds: number[]; publishedAt: string | null; editedAt: string | null };
  labels: Label[];
}

/** When it was published, and what it is about. */
export function EntryFacts({ entry: { labelIds, publishedAt, editedAt }, labels }: Facts) {
  const { t, date } = useWords();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
      {publishedAt && <When at={publishedAt} />}
      {editedAt && <span>{t("changelog.changed", { date: date(editedAt) })}</span>}
      <EntryLabels labels={labels.filter(({ id }) => labelIds.includes(id))} />
    </div>
  );
}
