import { type Field, fields } from "~/models/admin/imports/columns";
import { useWords } from "~/ui/frame";
import { none } from "./choices-shape";
import { RowChoice } from "./row-choice";

/** Which column is read as what. */
export function ColumnChoices({ header, places }: { header: string[]; places: Partial<Record<Field, number>> }) {
  const { t } = useWords();
  const columns = header.map((name, place) => ({ value: String(place), label: name || String(place + 1) }));
  return (
    <fieldset>
      <legend className="font-medium">{t("importStaff.choices.columns")}</legend>
      <div className="mt-3 grid grid-cols-1 gap-4 sm:grid-cols-3">
        {fields.map((field) => (
          <RowChoice
            key={field}
            row={{ name: "field", value: field }}
            label={t(`importStaff.field.${field}`)}
            name="column"
            value={String(places[field] ?? none)}
            options={[{ value: none, label: t("importStaff.choices.noColumn") }, ...columns]}
          />
        ))}
      </div>
    </fieldset>
  );
}
