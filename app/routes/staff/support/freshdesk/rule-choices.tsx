import type { PostKind } from "#db/schema/feedback/posts";
import { canMove, statuses } from "~/models/feedback/posts/lifecycle";
import { kinds } from "~/models/feedback/posts/list-filter";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import { ruleTargets } from "~/models/support/freshdesk/settings-draft";
import { Choice } from "~/ui/choice";
import { useWords } from "~/ui/frame";

const happenings = ["solved", "reopened"] as const;

/** Where posts go by themselves when tickets change; nowhere, unless somebody says so. */
export function RuleChoices({ rules }: { rules: FreshdeskSettingsRow["rules"] }) {
  const { t } = useWords();
  const optionsOf = (kind: PostKind) =>
    ruleTargets
      .filter((to) => statuses.some((status) => canMove({ kind, status }, to)))
      .map((value) => ({ value, label: t(`status.${value}`) }));
  return (
    <fieldset>
      <legend className="font-medium">{t("freshdeskPages.settings.rules")}</legend>
      <p className="mt-1 text-sm text-muted">{t("freshdeskPages.settings.rulesHint")}</p>
      <div className="mt-3 grid grid-cols-1 gap-4 sm:grid-cols-2">
        {happenings.flatMap((happening) =>
          kinds.map((kind) => (
            <Choice
              key={`${happening} ${kind}`}
              name={`rules.${happening}.${kind}`}
              label={t(`freshdeskPages.settings.rule.${happening}.${kind}`)}
              value={rules[happening]?.[kind] ?? ""}
              none={t("freshdeskPages.settings.noMove")}
              options={optionsOf(kind)}
            />
          )),
        )}
      </div>
    </fieldset>
  );
}
