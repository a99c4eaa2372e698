import type { TicketPriority } from "#db/schema/support/tickets";
import type { Words } from "~/i18n";

interface Named {
  key: string | null;
  name: string;
}

const priorities: Record<TicketPriority, true> = { low: true, medium: true, high: true, urgent: true };

const isPriority = (key: string): key is TicketPriority => Object.hasOwn(priorities, key);

/** What a policy is called: as the team has named it, or after the category or priority that it came for. */
export function policyName({ t }: Pick<Words, "t">, { key, name }: Named): string {
  if (name || key === null) return name;
  return isPriority(key) ? t(`ticketPriority.${key}`) : t(`ticketCategory.${key as "bug_report"}`);
}

/** What a schedule is called: as the team has named it, or as the one that every portal begins with. */
export const scheduleName = ({ t }: Pick<Words, "t">, { key, name }: Named): string =>
  name || (key === null ? "" : t("deskSettings.schedule.businessHours"));
