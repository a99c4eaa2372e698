import type { FieldMetadata } from "@conform-to/react";
import { articleAudiences } from "~/models/help/articles/draft";
import { SelectField, TextField } from "~/ui/form";
import { useWords } from "~/ui/frame";

interface Props {
  fields: Record<"section" | "audience" | "owner" | "reviewOn", FieldMetadata<string>>;
  sections: { id: number; name: string }[];
  writers: { id: string; name: string }[];
}

/** Where an article stands, who may read it and who looks after it. */
export function SetUpFields({ fields, sections, writers }: Props) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        field={fields.section}
        label={t("helpStaff.form.section")}
        options={sections.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <SelectField
        field={fields.audience}
        label={t("helpStaff.form.audience")}
        options={articleAudiences.map((value) => ({ value, label: t(`helpStaff.audience.${value}`) }))}
      />
      <SelectField
        field={fields.owner}
        label={t("helpStaff.form.owner")}
        options={[
          { value: "", label: t("helpStaff.nobody") },
          ...writers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        optional
      />
      <TextField
        field={fields.reviewOn}
        label={t("helpStaff.form.reviewOn")}
        hint={t("helpStaff.form.reviewOnHint")}
        dir="ltr"
        optional
      />
    </>
  );
}
