import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { roles } from "~/models/core/users/policy";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { SelectField, TextAreaField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

/** Addresses to invite by mail; without any it makes a link. */
export function InvitationForm({ boards, newId }: { boards: { id: number; name: string }[]; newId: string }) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<"addresses" | "role" | "board" | "people" | "days", string>>({
    id: "invitation",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: { role: "member", people: "10", days: "14" },
  });
  return (
    <form method="post" action="/staff/invitations" noValidate className={`${card} mt-6 max-w-lg space-y-5 p-5`}>
      <h2 className="text-lg">{t("invitations.invite")}</h2>
      <FormProblem errors={form.errors} />
      <input type="hidden" name="id" value={newId} />
      <TextAreaField
        field={fields.addresses}
        label={t("invitations.addresses")}
        hint={t("invitations.addressesHint")}
        dir="ltr"
        optional
      />
      <SelectField
        field={fields.role}
        label={t("invitations.role")}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <SelectField
        field={fields.board}
        label={t("invitations.board")}
        options={[
          { value: "", label: t("invitations.noBoard") },
          ...boards.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <TextField field={fields.days} label={t("invitations.days")} inputMode="numeric" />
      <TextField
        field={fields.people}
        label={t("invitations.people")}
        hint={t("invitations.peopleHint")}
        inputMode="numeric"
      />
      <button type="submit" className={button()}>
        {t("invitations.send")}
      </button>
    </form>
  );
}
