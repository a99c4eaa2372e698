import type { InboxNoun } from "#db/schema/feedback/inbox";
import type { Verdict } from "~/models/core/bulk/verdict";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../staff-page";
import { BulkItem } from "./bulk-item";
import { BackToList } from "./bulk-preview";
import { home, navigationOf } from "./home";

interface Props {
  noun: InboxNoun;
  id: string;
  /** The change in words. */
  what: string;
  by: string | null;
  createdAt: string;
  undoneAt: string | null;
  /** What to know before it is taken back. */
  undoHint?: string;
  items: { path: string; title: string; verdict: Verdict; undoVerdict: Verdict | null }[];
}

/** What a bulk action did, one by one, and the button that takes it back. */
export function BulkResult({ noun, id, what, by, createdAt, undoneAt, undoHint, items }: Props) {
  const { t, number, moment } = useWords();
  const changed = items.filter(({ verdict }) => verdict === "changed").length;
  const restored = items.filter(({ undoVerdict }) => undoVerdict === "changed").length;
  return (
    <StaffPage current={navigationOf[noun]}>
      <section aria-labelledby="bulk" className="mt-6">
        <h2 id="bulk" className="text-lg">
          {what}
        </h2>
        <p className="mt-1 text-sm text-muted">
          <bdi>{by}</bdi>, <time dateTime={createdAt}>{moment(createdAt)}</time>
        </p>
        <p role="status" className="mt-3 font-medium">
          {undoneAt
            ? t(`bulk.${noun}.restored`, { count: restored, shown: number(restored) })
            : t(`bulk.${noun}.changed`, { count: changed, shown: number(changed) })}
        </p>
        <ul className={`${card} mt-4 divide-y divide-line`}>
          {items.map(({ path, title, verdict, undoVerdict }) => (
            <BulkItem
              key={path}
              path={path}
              title={title}
              verdict={undoVerdict ?? verdict}
              when={undoVerdict ? "undone" : "after"}
            />
          ))}
        </ul>
        {!undoneAt && changed > 0 && (
          <form method="post" action={`${home[noun]}/bulk/${id}/undo`} className="mt-4 space-y-2">
            {undoHint && <p className="text-sm text-muted">{undoHint}</p>}
            <button type="submit" className={button("quiet")}>
              {t("bulk.undo")}
            </button>
          </form>
        )}
        <BackToList noun={noun} />
      </section>
    </StaffPage>
  );
}
