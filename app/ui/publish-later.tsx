import type { ReactNode } from "react";
import { writeLocalMoment } from "~/models/core/local-moment";
import { button } from "./button";
import { useWords } from "./frame";

interface Props {
  action: string;
  scheduledFor: string | null;
  timeZone: string;
  /** What else is said with it. */
  children?: ReactNode;
}

/** A time to publish at, on the clock of whoever chooses it. */
export function PublishLater({ action, scheduledFor, timeZone, children }: Props) {
  const { t } = useWords();
  return (
    <details open={scheduledFor !== null}>
      <summary className={`${button("quiet", "small")} w-fit`}>
        {t(scheduledFor ? "changelogStaff.publish.change" : "changelogStaff.publish.later")}
      </summary>
      <form method="post" action={action} className="mt-3 space-y-3">
        <div className="space-y-1.5 text-sm">
          <label htmlFor="moment" className="block font-medium">
            {t("changelogStaff.publish.moment")}
          </label>
          <input
            id="moment"
            type="datetime-local"
            name="moment"
            required
            defaultValue={scheduledFor ? writeLocalMoment(scheduledFor, timeZone) : undefined}
            aria-describedby="zone"
            className="min-h-10 w-full rounded-lg border border-edge/60 bg-surface px-3 text-ink"
          />
          <p id="zone" className="text-muted">
            {t("changelogStaff.publish.zone", { zone: timeZone.replaceAll("_", " ") })}
          </p>
        </div>
        {children}
        <button type="submit" className={button("quiet")}>
          {t("changelogStaff.publish.schedule")}
        </button>
      </form>
    </details>
  );
}
