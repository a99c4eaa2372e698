import { type EntryState, stateOf } from "~/models/feedback/changelog/entry-state";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { type Refusal, RefusalNote } from "~/ui/refusal-note";

export interface EntryRow {
  number: number;
  title: string;
  scheduledFor: string | null;
  publishedAt: string | null;
  refusal: Refusal | null;
  authorName: string | null;
}

const looks: Record<EntryState, string> = {
  draft: "bg-slate-soft text-slate",
  scheduled: "bg-violet-soft text-violet",
  published: "bg-green-soft text-green",
};

/** Entries of one sort, each leading to where it is changed. */
export function EntryRows({ heading, entries }: { heading: string; entries: EntryRow[] }) {
  const { t } = useWords();
  return (
    <section className="mt-8">
      <h2 className="text-lg">{heading}</h2>
      <ol className={`${card} mt-3 divide-y divide-line`}>
        {entries.length === 0 && <li className="p-4 text-muted">{t("changelogStaff.nothing")}</li>}
        {entries.map((entry) => (
          <Row key={entry.number} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Row({ entry }: { entry: EntryRow }) {
  const { t, moment } = useWords();
  const { number, title, scheduledFor, publishedAt, refusal, authorName } = entry;
  const state = stateOf(entry);
  const at = publishedAt ?? scheduledFor;
  return (
    <li className="px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          href={`/staff/changelog/${number}`}
          dir="auto"
          className="min-w-0 grow basis-56 font-medium no-underline hover:text-accent"
        >
          {title}
        </a>
        <span className={`badge ${looks[state]}`}>{t(`changelogStaff.state.${state}`)}</span>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{t("changelogStaff.by", { name: authorName ?? t("people.deleted") })}</span>
        {at && (
          <time dateTime={at}>
            {state === "scheduled" ? t("changelogStaff.at", { moment: moment(at) }) : moment(at)}
          </time>
        )}
      </p>
      {refusal && <RefusalNote refusal={refusal} />}
    </li>
  );
}
