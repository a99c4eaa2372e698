import { manySubscribers } from "~/models/changelog/many-subscribers";
import { useWords } from "~/ui/frame";
import type { PanelProps } from "./panel-props";

/** Whether subscribers get it by mail; they do once. */
export function TellTick({ entry, subscriberCount }: Pick<PanelProps, "entry" | "subscriberCount">) {
  const { t, number } = useWords();
  const people = subscriberCount > manySubscribers ? `${number(manySubscribers)}+` : number(subscriberCount);
  if (entry.announcedAt) return <p className="text-sm text-muted">{t("changelogStaff.publish.told")}</p>;
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        name="tells"
        value="yes"
        defaultChecked={entry.tellsSubscribers}
        className="mt-0.5 size-4 accent-accent"
      />
      <span>
        {t("changelogStaff.publish.tell")}
        <span className="block text-muted">
          {t("changelogStaff.publish.tellHint", { count: subscriberCount, people })}
        </span>
      </span>
    </label>
  );
}
