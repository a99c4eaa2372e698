import { ticketPriorities, ticketStatuses } from "~/models/support/tickets/lifecycle";
import { type QueueFilter, queueDays, statusesOf, tiers } from "~/models/support/tickets/queue-filter";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Choice } from "~/ui/choice";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { Boxes } from "./boxes";
import { MoreFilters } from "./more-filters";

interface Props {
  filter: QueueFilter;
  categories: { id: number; name: string }[];
  team: { id: string; name: string | null }[];
}

/** Which tickets to show: of each, any of the values that are ticked. */
export function QueueFilters({ filter, categories, team }: Props) {
  const { t } = useWords();
  const statuses = statusesOf(filter) ?? ticketStatuses;
  const isUsed = Object.entries(filter).some(
    ([name, value]) => !["sort", "after", "assignee", "away"].includes(name) && value !== undefined && value.length > 0,
  );
  return (
    <details className={`${card} mt-5 p-4`} open={isUsed}>
      <summary className="cursor-pointer font-medium">{t("queue.filters")}</summary>
      <form action="/staff/support" className="mt-4 space-y-4">
        {filter.sort !== "unanswered" && <input type="hidden" name="sort" value={filter.sort} />}
        {filter.away && <input type="hidden" name="away" value={filter.away} />}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Boxes
            name="status"
            label={t("tickets.status")}
            options={ticketStatuses.map((value) => ({ value, label: t(`ticketStatus.${value}`) }))}
            chosen={statuses}
          />
          <Boxes
            name="priority"
            label={t("tickets.priority")}
            options={[...ticketPriorities].reverse().map((value) => ({ value, label: t(`ticketPriority.${value}`) }))}
            chosen={filter.priority}
          />
          <Boxes
            name="category"
            label={t("tickets.category")}
            options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
            chosen={filter.category.map(String)}
          />
          <Boxes
            name="tier"
            label={t("tickets.tier")}
            options={tiers.map((value) => ({ value, label: `L${value}` }))}
            chosen={filter.tier}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Choice
            name="assignee"
            label={t("tickets.assignee")}
            value={filter.assignee ?? ""}
            none={t("queue.anybody")}
            options={[
              { value: "me", label: t("queue.me") },
              { value: "none", label: t("tickets.nobody") },
              ...team.map(({ id, name }) => ({ value: id, label: name ?? t("people.nameless") })),
            ]}
          />
          <Text name="q" type="search" label={t("queue.words")} value={filter.q} />
          <Text name="requester" label={t("queue.requester")} value={filter.requester} isAddress />
          <Text name="company" label={t("queue.company")} value={filter.company} isAddress />
          <Text name="tag" label={t("queue.tag")} value={filter.tag} />
          <Choice
            name="day"
            label={t("queue.days.label")}
            value={filter.day ?? ""}
            none={t("queue.days.opened")}
            options={queueDays.map((day) => ({ value: day, label: t(`queue.days.${day}`) }))}
          />
          <div className="grid grid-cols-2 gap-3">
            <Text name="from" type="date" label={t("queue.from")} value={filter.from} />
            <Text name="to" type="date" label={t("queue.to")} value={filter.to} />
          </div>
        </div>
        <MoreFilters filter={filter} />
        <button type="submit" className={button("quiet")}>
          {t("inbox.show")}
        </button>
      </form>
    </details>
  );
}

interface TextProps {
  name: string;
  label: string;
  value: string | undefined;
  type?: "text" | "search" | "date";
  /** An address or a part of one, which is written from left to right in every language. */
  isAddress?: boolean;
}

function Text({ name, label, value, type = "text", isAddress = false }: TextProps) {
  return (
    <label className="block min-w-0 space-y-1.5 text-sm">
      <span className="block font-medium">{label}</span>
      <input name={name} type={type} defaultValue={value} dir={isAddress ? "ltr" : "auto"} className={control} />
    </label>
  );
}
