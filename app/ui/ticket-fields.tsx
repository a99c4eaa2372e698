import type { FieldMetadata } from "@conform-to/react";
import { SelectField, TextField } from "./form";
import { useWords } from "./frame";

interface Props {
  fields: Record<"subject" | "categoryId", FieldMetadata<string>>;
  categories: { id: number; name: string }[];
}

/** What every ticket begins with, whoever opens it: what it is about. */
export function TicketFields({ fields, categories }: Props) {
  const { t } = useWords();
  return (
    <>
      <TextField field={fields.subject} label={t("newTicket.subject")} />
      <SelectField
        field={fields.categoryId}
        label={t("newTicket.category")}
        options={[
          { value: "", label: t("newTicket.choose") },
          ...categories.map((one) => ({ value: String(one.id), label: one.name })),
        ]}
      />
    </>
  );
}
