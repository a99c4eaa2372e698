import { targetKinds } from "~/models/support/promises/targets";
import { hoursOfDay, type QueueFilter, ticketSources } from "~/models/support/tickets/queue-filter";
import { ratings } from "~/models/support/tickets/ratings";
import { Choice } from "~/ui/choice";
import { useWords } from "~/ui/frame";
import { Tick } from "~/ui/tick";
import { Boxes } from "./boxes";

/** What the figures count tickets by, beside what every agent looks for. */
export function MoreFilters({ filter }: { filter: QueueFilter }) {
  const { t } = useWords();
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Boxes label={t("deskFigures.label.source")}>
        {ticketSources.map((source) => (
          <Tick
            key={source}
            name="source"
            value={source}
            isChosen={filter.source.includes(source)}
            label={t(`deskFigures.sources.${source}`)}
          />
        ))}
      </Boxes>
      <Boxes label={t("queue.rating")}>
        {ratings.map((rating) => (
          <Tick
            key={rating}
            name="rating"
            value={rating}
            isChosen={filter.rating.includes(rating)}
            label={t(`rating.values.${rating}`)}
          />
        ))}
      </Boxes>
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
      <Boxes label={t("queue.reopened")}>
        <Tick name="reopened" value="on" isChosen={filter.reopened === "on"} label={t("queue.onlyReopened")} />
      </Boxes>
    </div>
  );
}
