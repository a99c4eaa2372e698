import { targetKinds } from "~/models/support/promises/targets";
import { hoursOfDay, type QueueFilter, ticketSources } from "~/models/support/tickets/queue-filter";
import { ratings } from "~/models/support/tickets/ratings";
import { Choice } from "~/ui/choice";
import { useWords } from "~/ui/frame";
import { Boxes } from "./boxes";

/** What the figures count tickets by, beside what every agent looks for. */
export function MoreFilters({ filter }: { filter: QueueFilter }) {
  const { t } = useWords();
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Boxes
        name="source"
        label={t("deskFigures.label.source")}
        options={ticketSources.map((value) => ({ value, label: t(`deskFigures.sources.${value}`) }))}
        chosen={filter.source}
      />
      <Boxes
        name="rating"
        label={t("queue.rating")}
        options={ratings.map((value) => ({ value, label: t(`rating.values.${value}`) }))}
        chosen={filter.rating}
      />
      <div className="space-y-4">
        <Choice
          name="target"
          label={t("deskFigures.target")}
          value={filter.target ?? ""}
          none={t("queue.anyTarget")}
          options={targetKinds.map((kind) => ({ value: kind, label: t(`promise.kinds.${kind}`) }))}
        />
        <Choice
          name="hour"
          label={t("deskFigures.label.hour")}
          value={filter.hour ?? ""}
          none={t("queue.anyHour")}
          options={hoursOfDay.map((hour) => ({ value: hour, label: `${hour.padStart(2, "0")}:00` }))}
        />
      </div>
      <Boxes
        name="reopened"
        label={t("queue.reopened")}
        options={[{ value: "on", label: t("queue.onlyReopened") }]}
        chosen={filter.reopened ? [filter.reopened] : []}
      />
    </div>
  );
}
