import type { FieldMetadata } from "@conform-to/react";
import { timeZones } from "~/models/core/text/time-zone";
import { TextField } from "./form";
import { useWords } from "./frame";

/** Any time zone there is, with that of this device to take over where there is JavaScript. */
export function TimeZoneField({ field, label, hint }: { field: FieldMetadata<string>; label: string; hint: string }) {
  const { t } = useWords();
  return (
    <div className="space-y-1.5">
      <TextField field={field} list="time-zones" autoComplete="off" label={label} hint={hint} dir="ltr" />
      <datalist id="time-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <zone-suggestion data-field={field.id}>
        <template>
          <button type="button" className="text-sm text-accent underline">
            {t("preferences.timeZoneHere")}
          </button>
        </template>
      </zone-suggestion>
    </div>
  );
}
