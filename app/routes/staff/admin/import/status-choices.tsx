import { plainName } from "~/models/admin/imports/plain-name";
import type { StatusThere } from "~/models/admin/imports/uploads/report";
import { statuses } from "~/models/feedback/posts/lifecycle";
import { useWords } from "~/ui/frame";
import { none } from "./choices-shape";
import { RowChoice } from "./row-choice";

/** What each status of a file becomes. */
export function StatusChoices({ found, map }: { found: StatusThere[]; map: Record<string, string> }) {
  const { t, number, list } = useWords();
  const ours = statuses.map((status) => ({ value: status, label: t(`status.${status}`) }));
  return (
    <fieldset>
      <legend className="font-medium">{t("importStaff.choices.statuses")}</legend>
      <p className="mt-1 text-sm text-muted">{t("importStaff.choices.statusesHint")}</p>
      <div className="mt-3 grid grid-cols-1 gap-4 sm:grid-cols-2">
        {found.map(({ there, here, count }) => (
          <RowChoice
            key={there}
            row={{ name: "there", value: there }}
            label={`${there} (${number(count)})`}
            name="here"
            value={map[plainName(there)] ?? none}
            options={[
              {
                value: none,
                label: t("importStaff.choices.asRead", { here: list(here.map((status) => t(`status.${status}`))) }),
              },
              ...ours,
            ]}
          />
        ))}
      </div>
    </fieldset>
  );
}
