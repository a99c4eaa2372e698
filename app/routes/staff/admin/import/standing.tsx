import type { SerializeFrom } from "@remix-run/node";
import { isMoving } from "~/models/admin/imports/import-state";
import type { FoundImport } from "~/models/admin/imports/list-imports.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Counts } from "./counts";
import { useFileFault } from "./labels";
import { Origin } from "./origin";
import { Progress } from "./progress";
import { StateBadge } from "./state-badge";

/** How far an import is, in words; looks again by itself where there is JavaScript, as long as it is under way. */
export function Standing({ found }: { found: SerializeFrom<FoundImport> }) {
  const { t } = useWords();
  const fileFault = useFileFault();
  const { id, state, fileName, source, done, total, fault, counts } = found;
  const isUnderWay = isMoving(state);
  const isWorkedAt = state === "checking" || state === "importing";
  const mayUndo = source !== null && (state === "imported" || state === "begun" || (isWorkedAt && fault));
  const standing = (
    <section aria-labelledby="import" className={`${card} mt-4 max-w-3xl space-y-3 p-5`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="import" dir="auto" className="min-w-0 text-lg wrap-anywhere">
          {fileName ?? t("importStaff.withoutFile", { source })}
        </h2>
        <StateBadge state={state} />
      </div>
      <Origin one={found} />
      <p role="status">{t(`importStaff.about.${state}`)}</p>
      {fault && (
        <p role="alert" className="font-medium wrap-anywhere text-danger">
          {fileFault(fault)}
        </p>
      )}
      {isWorkedAt && (
        <div data-watched="progress">
          <Progress done={done ?? 0} total={total ?? 0} />
        </div>
      )}
      {counts && <Counts counts={counts} />}
      <div className="flex flex-wrap gap-3">
        {isUnderWay && (
          <a href={`/staff/import/${id}`} className={button("quiet")}>
            {t("importStaff.lookAgain")}
          </a>
        )}
        {mayUndo && (
          <a href={`/staff/import/${id}/undo`} className={button("quiet")}>
            {t("importStaff.undo.link")}
          </a>
        )}
      </div>
    </section>
  );
  return isUnderWay ? <page-watch>{standing}</page-watch> : standing;
}
