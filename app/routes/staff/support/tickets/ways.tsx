import type { Words } from "~/i18n";
import { type QueueFilter, queuePath } from "~/models/support/tickets/queue-filter";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { useCount } from "../../views/use-count";

const everything: QueueFilter = {
  ...{ status: [], priority: [], category: [], tier: [], source: [], rating: [] },
  sort: "unanswered",
};

/** The views of the queue that nobody has to save. */
export const ways = {
  all: everything,
  mine: { ...everything, assignee: "me" },
  free: { ...everything, assignee: "none" },
  at_risk: { ...everything, promise: "at_risk" },
  breached: { ...everything, promise: "breached" },
  held: { ...everything, held: "on" },
  asked: { ...everything, asked: "on" },
  spam: { ...everything, away: "spam" },
  deleted: { ...everything, away: "deleted" },
} as const satisfies Record<string, QueueFilter>;

/** What is put away is out of every number. */
export const counted = [
  "all",
  "mine",
  "free",
  "at_risk",
  "breached",
  "held",
  "asked",
] as const satisfies (keyof typeof ways)[];

interface Props {
  filter: QueueFilter;
  counts: Record<string, number | undefined>;
  /** A saved view is shown instead. */
  hasView: boolean;
}

/** The ways to look at the queue, and how many tickets each of them shows. */
export function Ways({ filter, counts, hasView }: Props) {
  const { t } = useWords();
  const count = useCount();
  const names = Object.keys(ways) as (keyof typeof ways)[];
  return (
    <Segments
      label={t("queue.views")}
      wraps
      choices={names.map((way) => ({
        key: way,
        href: queuePath({ ...ways[way], sort: filter.sort }),
        name: nameOf(way, t),
        isCurrent: !hasView && way === wayOf(filter),
        count: counts[way] === undefined ? undefined : count(counts[way]),
      }))}
    />
  );
}

function nameOf(way: keyof typeof ways, t: Words["t"]): string {
  if (way === "asked") return t("escalation.tag");
  return way === "at_risk" || way === "breached" ? t(`promise.views.${way}`) : t(`queue.${way}`);
}

function wayOf({ away, assignee, held, asked, promise }: QueueFilter): keyof typeof ways | undefined {
  if (away) return away;
  if (held) return "held";
  if (asked) return "asked";
  if (promise) return promise;
  if (assignee === "me") return "mine";
  return assignee === "none" ? "free" : assignee ? undefined : "all";
}
