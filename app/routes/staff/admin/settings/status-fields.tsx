import type { FieldMetadata } from "@conform-to/react";
import { languageName, languages } from "~/i18n";
import type { StatusLook, StatusLooks } from "~/models/core/settings/kinds";
import { colors } from "~/models/core/settings/status-looks";
import { isAlwaysOffered, statuses } from "~/models/feedback/posts/lifecycle";
import { SelectField, TextField, TickField } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";

interface Props {
  field: FieldMetadata<string>;
  hint: string;
}

/** What each status is called in each language, its colour, and whether it is offered. */
export function StatusFields({ field, hint }: Props) {
  const { t } = useWords();
  const looks = (field as unknown as FieldMetadata<StatusLooks>).getFieldset();
  return (
    <div className="space-y-6">
      <p className="text-sm text-muted">
        {hint} {t("settings.status.offeredHint")}
      </p>
      {statuses.map((status) => (
        <fieldset key={status} className="space-y-3 border-t border-line pt-4">
          <legend className="float-start mb-3">
            <StatusBadge status={status} />
          </legend>
          <Look look={looks[status] as unknown as FieldMetadata<StatusLook>} isFixed={isAlwaysOffered(status)} />
        </fieldset>
      ))}
    </div>
  );
}

function Look({ look, isFixed }: { look: FieldMetadata<StatusLook>; isFixed: boolean }) {
  const { t } = useWords();
  const fields = look.getFieldset();
  const names = fields.names.getFieldset();
  return (
    <div className="clear-both grid gap-3 sm:grid-cols-2">
      {languages.map((language) => (
        <TextField
          key={language}
          field={names[language]}
          label={t("settings.status.name", { language: languageName(language) })}
          optional
        />
      ))}
      <SelectField
        field={fields.color as unknown as FieldMetadata<string>}
        label={t("settings.status.color")}
        options={colors.map((value) => ({ value, label: t(`color.${value}`) }))}
      />
      <div className="self-end py-2">
        {isFixed ? (
          <>
            <input type="hidden" name={fields.isOffered.name} value="on" />
            <p className="text-sm text-muted">{t("settings.status.alwaysOffered")}</p>
          </>
        ) : (
          <TickField
            field={fields.isOffered as unknown as FieldMetadata<string>}
            label={t("settings.status.offered")}
          />
        )}
      </div>
    </div>
  );
}
