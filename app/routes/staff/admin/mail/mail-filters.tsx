import type { DeliveryKind, DeliveryStatus } from "#db/schema/telling/deliveries";
import type { MailFilter } from "~/models/telling/deliveries/mail-filter";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

const control = "block w-full min-h-10 rounded-lg border border-edge/60 bg-surface px-3 text-ink";

interface Props {
  statuses: DeliveryStatus[];
  kinds: DeliveryKind[];
  filter: MailFilter;
}

/** Which mails to show. */
export function MailFilters({ statuses, kinds, filter: { status, kind, address } }: Props) {
  const { t } = useWords();
  return (
    <form
      action="/staff/mail"
      className="mt-6 grid grid-cols-1 items-end gap-3 sm:grid-cols-[auto_auto_minmax(0,1fr)_auto]"
    >
      <label className="space-y-1.5 text-sm font-medium">
        <span>{t("mailStaff.status")}</span>
        <select name="status" defaultValue={status ?? ""} className={control}>
          <option value="">{t("mailStaff.all")}</option>
          {statuses.map((one) => (
            <option key={one} value={one}>
              {t(`mailStatus.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="space-y-1.5 text-sm font-medium">
        <span>{t("mailStaff.kind")}</span>
        <select name="kind" defaultValue={kind ?? ""} className={control}>
          <option value="">{t("mailStaff.all")}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`mailKind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="space-y-1.5 text-sm font-medium">
        <span>{t("mailStaff.address")}</span>
        <input type="search" name="address" defaultValue={address} dir="ltr" className={control} />
      </label>
      <button type="submit" className={button("quiet")}>
        {t("mailStaff.show")}
      </button>
    </form>
  );
}
