import { manySubscribers } from "~/models/feedback/changelog/many-subscribers";
import { useWords } from "~/ui/frame";
import { Tick } from "~/ui/tick";
import type { PanelProps } from "./panel-props";

/** Whether subscribers get it by mail; they do once. */
export function TellTick({ entry, subscriberCount }: Pick<PanelProps, "entry" | "subscriberCount">) {
  const { t, number } = useWords();
  const people = subscriberCount > manySubscribers ? `${number(manySubscribers)}+` : number(subscriberCount);
  if (entry.announcedAt) return <p className="text-sm text-muted">{t("changelogStaff.publish.told")}</p>;
  return (
    <Tick
      name="tells"
      value="yes"
      isChosen={entry.tellsSubscribers}
      label={t("changelogStaff.publish.tell")}
      hint={t("changelogStaff.publish.tellHint", { count: subscriberCount, people })}
    />
  );
}
