import type { ImportState } from "~/models/admin/imports/import-state";
import { useWords } from "~/ui/frame";

const looks: Record<ImportState, string> = {
  arriving: "bg-slate-soft text-slate",
  checking: "bg-blue-soft text-blue",
  checked: "bg-amber-soft text-amber",
  refused: "bg-red-soft text-red",
  importing: "bg-blue-soft text-blue",
  imported: "bg-green-soft text-green",
  begun: "bg-slate-soft text-slate",
  undoing: "bg-blue-soft text-blue",
  undone: "bg-slate-soft text-slate",
};

/** How far an import is. */
export function StateBadge({ state }: { state: ImportState }) {
  const { t } = useWords();
  return <span className={`badge ${looks[state]}`}>{t(`importStaff.state.${state}`)}</span>;
}
