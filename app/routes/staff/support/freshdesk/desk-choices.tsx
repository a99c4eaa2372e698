import { usualStatuses } from "~/models/support/freshdesk/desk-map";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import { freshdeskDesks } from "~/models/support/freshdesk/settings-draft";
import { listFreshdeskStatuses } from "~/models/support/freshdesk/ticket-statuses";
import { ticketStatuses } from "~/models/support/tickets/lifecycle";
import { Choice } from "~/ui/choice";
import { useWords } from "~/ui/frame";
import { Tick } from "~/ui/tick";

type Desk = Pick<FreshdeskSettingsRow, "desk" | "deskCategories" | "deskStatuses" | "numberField" | "fields">;

interface Props {
  settings: Desk;
  categories: { id: number; name: string }[];
}

/** Which tickets of ours go to Freshdesk, and what their categories and statuses are called there. */
export function DeskChoices({ settings, categories }: Props) {
  const { t } = useWords();
  const { desk, numberField, fields } = settings;
  const own = (fields ?? []).filter(({ isCustom, type }) => isCustom && type === "custom_text");
  return (
    <div className="space-y-6">
      <fieldset className="space-y-2">
        <legend className="font-medium">{t("freshdeskPages.desk.heading")}</legend>
        <p className="text-sm text-muted">{t("freshdeskPages.desk.hint")}</p>
        {freshdeskDesks.map((choice) => (
          <label key={choice} className="flex items-start gap-2 text-sm">
            <input
              type="radio"
              name="desk"
              value={choice}
              defaultChecked={choice === desk}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            {t(`freshdeskPages.desk.choice.${choice}`)}
          </label>
        ))}
      </fieldset>
      {categories.map((category) => (
        <Category key={category.id} category={category} settings={settings} />
      ))}
      <Statuses settings={settings} />
      <Choice
        name="numberField"
        label={t("freshdeskPages.desk.numberField")}
        value={numberField ?? ""}
        none={t("freshdeskPages.settings.noField")}
        options={own.map(({ name, label }) => ({ value: name, label: `${label} (${name})` }))}
      />
    </div>
  );
}

/** Lists, since the names of fields are known beforehand: what is chosen says of which category. */
function Category({ category: { id, name }, settings }: { category: Props["categories"][number]; settings: Desk }) {
  const { t } = useWords();
  const { goes, type, group } = settings.deskCategories[id] ?? {};
  const choicesOf = (kind: string) =>
    (settings.fields?.find((field) => field.type === kind)?.choices ?? []).map(({ value, label }) => ({
      value: `${id}=${value}`,
      label,
    }));
  return (
    <fieldset>
      <legend className="text-sm font-medium">
        <bdi>{name}</bdi>
      </legend>
      <div className="mt-2 grid grid-cols-1 items-end gap-4 sm:grid-cols-3">
        <Tick name="deskGoes" value={String(id)} isChosen={goes ?? false} label={t("freshdeskPages.desk.goes")} />
        <Choice
          name="deskTypes"
          label={t("freshdeskPages.desk.type")}
          value={type ? `${id}=${type}` : ""}
          none={t("freshdeskPages.desk.none")}
          options={choicesOf("default_ticket_type")}
        />
        <Choice
          name="deskGroups"
          label={t("freshdeskPages.desk.group")}
          value={group ? `${id}=${group}` : ""}
          none={t("freshdeskPages.desk.none")}
          options={choicesOf("default_group")}
        />
      </div>
    </fieldset>
  );
}

function Statuses({ settings: { deskStatuses, fields } }: { settings: Desk }) {
  const { t } = useWords();
  const statuses = listFreshdeskStatuses(fields);
  const named = (value: number) => statuses.find((status) => status.value === value)?.label ?? String(value);
  return (
    <fieldset>
      <legend className="font-medium">{t("freshdeskPages.desk.statuses")}</legend>
      <div className="mt-3 grid grid-cols-1 gap-4 sm:grid-cols-2">
        {ticketStatuses.map((status) => (
          <Choice
            key={status}
            name={`deskStatuses.${status}`}
            label={t(`ticketStatus.${status}`)}
            value={String(deskStatuses[status] ?? "")}
            none={t("freshdeskPages.desk.usual", { status: named(usualStatuses[status]) })}
            options={statuses.map(({ value, label }) => ({ value: String(value), label: `${label} (${value})` }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
