import { type BugFilter, bugStatuses } from "~/models/admin/exports/bug-filter";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

const control = "block w-full min-h-10 rounded-lg border border-edge/60 bg-surface px-3 text-ink";

interface BugFormProps {
  boards: { slug: string; name: string }[];
  tags: { slug: string; name: string }[];
  filter: BugFilter;
  isWrong: boolean;
}

/** Which bug reports to download. */
export function BugForm({ boards, tags, filter, isWrong }: BugFormProps) {
  const { t } = useWords();
  const named = (some: { slug: string; name: string }[]) =>
    some.map(({ slug, name }) => ({ value: slug, label: name }));
  const statuses = bugStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }));
  return (
    <form method="post" action="/staff/export/bugs.csv" className={`${card} mt-4 max-w-2xl space-y-4 p-5`}>
      <FormProblem errors={isWrong ? [t("exportStaff.dayWrong")] : undefined} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <Choice name="board" options={named(boards)} chosen={filter.board} />
        <Choice name="status" options={statuses} chosen={filter.status} />
        <Choice name="tag" options={named(tags)} chosen={filter.tag} />
      </div>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <Day name="from" value={filter.from} />
        <Day name="to" value={filter.to} />
      </div>
      <p id="day-hint" className="text-sm text-muted">
        {t("exportStaff.dayHint")}
      </p>
      <button type="submit" className={button()}>
        {t("exportStaff.download")}
      </button>
    </form>
  );
}

interface ChoiceProps {
  name: "board" | "status" | "tag";
  options: { value: string; label: string }[];
  chosen: string | undefined;
}

function Choice({ name, options, chosen = "" }: ChoiceProps) {
  const { t } = useWords();
  return (
    <label className="space-y-1.5 text-sm font-medium">
      <span>{t(`exportStaff.${name}`)}</span>
      <select name={name} defaultValue={chosen} className={control}>
        <option value="">{t("exportStaff.all")}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ name, value }: { name: "from" | "to"; value: string | undefined }) {
  const { t } = useWords();
  return (
    <label className="space-y-1.5 text-sm font-medium">
      <span>{t(`exportStaff.${name}`)}</span>
      <input type="date" name={name} defaultValue={value} aria-describedby="day-hint" className={control} />
    </label>
  );
}
