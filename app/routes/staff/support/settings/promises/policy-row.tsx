import type { Policy } from "~/models/support/promises/rules.server";
import { saySpan } from "~/models/support/promises/span";
import { useWords } from "~/ui/frame";

export type ShownPolicy = Pick<
  Policy,
  "id" | "key" | "conditions" | "firstSeconds" | "nextSeconds" | "resolutionSeconds" | "scheduleId" | "isOff"
> & {
  name: string;
  /** As the team has named it; empty where it has not. */
  ownName: string;
};

interface Named {
  id: number;
  name: string;
}

interface Props {
  page: string;
  policy: ShownPolicy;
  categories: Named[];
  schedules: Named[];
}

/** A policy in the list: for which tickets it is, and what it promises. */
export function PolicyRow({ page, policy, categories, schedules }: Props) {
  const { t } = useWords();
  const { id, name, isOff } = policy;
  return (
    <>
      <a href={`${page}/${id}`} className="font-medium wrap-anywhere no-underline hover:text-accent">
        <bdi>{name}</bdi>
      </a>
      {isOff && <span className="ms-2 text-sm text-muted">({t("deskSettings.rule.off")})</span>}
      <p className="text-sm text-muted wrap-anywhere">{useConditions(policy, categories).join(" · ")}</p>
      <p className="text-sm wrap-anywhere">{usePromises(policy, schedules).join(" · ")}</p>
    </>
  );
}

function useConditions({ conditions }: ShownPolicy, categories: Named[]): string[] {
  const { t, list } = useWords();
  const { isVip, isUsual, categories: ids, priorities, tags, companies } = conditions;
  const names = ids.map((id) => categories.find((one) => one.id === id)?.name ?? "");
  const one = (name: "categories" | "priorities" | "tags" | "companies", values: string[]) =>
    values.length > 0 && `${t(`deskSettings.policy.${name}`)}: ${list(values)}`;
  const said = [
    isVip && t("deskSettings.policy.isVip"),
    one("categories", names),
    one(
      "priorities",
      priorities.map((priority) => t(`ticketPriority.${priority}`)),
    ),
    isUsual && t("deskSettings.policy.isUsual"),
    one("tags", tags),
    one("companies", companies),
  ].filter((condition) => typeof condition === "string");
  return said.length > 0 ? said : [t("deskSettings.policy.everyTicket")];
}

function usePromises(policy: ShownPolicy, schedules: Named[]): string[] {
  const words = useWords();
  const { t } = words;
  const { firstSeconds, nextSeconds, resolutionSeconds, scheduleId } = policy;
  const one = (name: "first" | "next" | "resolution", seconds: number | null) =>
    seconds !== null && `${t(`deskSettings.policy.${name}`)}: ${saySpan(words, seconds)}`;
  const said = [one("first", firstSeconds), one("next", nextSeconds), one("resolution", resolutionSeconds)].filter(
    (promise) => typeof promise === "string",
  );
  if (said.length === 0) return [t("deskSettings.policy.nothing")];
  const schedule = schedules.find(({ id }) => id === scheduleId);
  return [...said, schedule?.name ?? t("deskSettings.policy.aroundTheClock")];
}
