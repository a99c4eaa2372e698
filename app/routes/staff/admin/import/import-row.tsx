import type { SerializeFrom } from "@remix-run/node";
import type { ListedImport } from "~/models/admin/imports/list-imports.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { Counts } from "./counts";
import { useFileFault, useFormatName } from "./labels";
import { Origin } from "./origin";
import { Progress } from "./progress";
import { StateBadge } from "./state-badge";

/** One import: when, by whom, what, how far, and what came of it. */
export function ImportRow({ one }: { one: SerializeFrom<ListedImport> }) {
  const { t } = useWords();
  const formatName = useFormatName();
  const fileFault = useFileFault();
  const { id, state, fileName, source, format, done, total, fault, counts } = one;
  return (
    <li className="space-y-2 px-4 py-3" data-watched={id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a href={`/staff/import/${id}`} dir="auto" className="min-w-0 grow basis-56 font-medium wrap-anywhere">
          {fileName ?? t("importStaff.withoutFile", { source })}
        </a>
        <StateBadge state={state} />
      </div>
      <Origin one={one}>{format && ` · ${formatName(format)}`}</Origin>
      {state === "importing" && <Progress done={done ?? 0} total={total ?? 0} />}
      {fault && <p className="text-sm font-medium text-danger">{fileFault(fault)}</p>}
      {counts && <Counts counts={counts} />}
      {(state === "imported" || state === "begun") && (
        <a href={`/staff/import/${id}/undo`} className={button("quiet", "small")}>
          {t("importStaff.undo.link")}
        </a>
      )}
    </li>
  );
}
