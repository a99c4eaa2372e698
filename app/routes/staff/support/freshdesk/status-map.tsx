import { statuses as postStatuses } from "~/models/feedback/posts/lifecycle";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import type { FreshdeskStatus } from "~/models/support/freshdesk/ticket-statuses";
import { Choice } from "~/ui/choice";
import { useWords } from "~/ui/frame";

interface Props {
  map: FreshdeskSettingsRow["statusMap"];
  /** The account's own. */
  statuses: FreshdeskStatus[];
}

/** Which status a ticket gets when its post moves. */
export function StatusMap({ map, statuses }: Props) {
  const { t } = useWords();
  return (
    <fieldset>
      <legend className="font-medium">{t("freshdeskPages.settings.statusMap")}</legend>
      <p className="mt-1 text-sm text-muted">
        {t(statuses.length > 0 ? "freshdeskPages.settings.statusMapHint" : "freshdeskPages.settings.fieldsUnknown")}
      </p>
      <div className="mt-3 grid grid-cols-1 gap-4 sm:grid-cols-2">
        {postStatuses.map((status) => (
          <Choice
            key={status}
            name={`statusMap.${status}`}
            label={t(`status.${status}`)}
            value={String(map[status] ?? "")}
            none={t("freshdeskPages.settings.leaveStatus")}
            options={statuses.map(({ value, label }) => ({ value: String(value), label: `${label} (${value})` }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
