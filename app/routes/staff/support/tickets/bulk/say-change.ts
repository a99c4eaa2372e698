import type { TicketChange } from "~/models/support/queue/change";
import { ticketPriorities, ticketStatuses } from "~/models/support/tickets/lifecycle";
import { useWords } from "~/ui/frame";

export interface Choices {
  categories: { id: number; name: string }[];
  /** Who handles tickets. */
  team: { id: string; name: string | null }[];
}

/** What can be done with several tickets at once; their tag is written in a field beside it. */
export function useTicketGroups({ categories, team }: Choices) {
  const { t } = useWords();
  return [
    {
      label: t("bulk.groups.move"),
      options: ticketStatuses.map((to) => [`move:${to}`, t(`ticketStatus.${to}`)] as const),
    },
    {
      label: t("bulk.groups.assign"),
      options: [
        ["assign:none", t("tickets.nobody")] as const,
        ...team.map(({ id, name }) => [`assign:${id}`, name ?? t("people.nameless")] as const),
      ],
    },
    {
      label: t("tickets.priority"),
      options: [...ticketPriorities].reverse().map((to) => [`priority:${to}`, t(`ticketPriority.${to}`)] as const),
    },
    { label: t("tickets.category"), options: categories.map(({ id, name }) => [`category:${id}`, name] as const) },
    {
      label: t("queue.tag"),
      options: [["tag", t("bulk.groups.tagBeside")] as const, ["untag", t("bulk.groups.untagBeside")] as const],
    },
    {
      label: t("bulk.groups.away"),
      options: [["away:spam", t("bulk.change.spam")] as const, ["away:deleted", t("bulk.change.deleted")] as const],
    },
  ];
}

/** Puts a change into words. */
export function useTicketChange({ categories, team }: Choices): (change: TicketChange) => string {
  const { t } = useWords();
  return (change) => {
    switch (change.type) {
      case "move":
        return t("bulk.change.move", { status: t(`ticketStatus.${change.to}`) });
      case "assign": {
        if (change.to === null) return t("bulk.change.unassign");
        const agent = team.find(({ id }) => id === change.to);
        return t("bulk.change.assign", { name: agent?.name ?? t("people.nameless") });
      }
      case "priority":
        return t("bulk.change.priority", { name: t(`ticketPriority.${change.to}`) });
      case "category":
        return t("bulk.change.category", { name: categories.find(({ id }) => id === change.to)?.name ?? "…" });
      case "tag":
      case "untag":
        return t(`bulk.change.${change.type}`, { name: change.to });
      case "away":
        return change.to ? t(`bulk.change.${change.to}`) : t("tickets.restore");
    }
  };
}
