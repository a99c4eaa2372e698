import { efforts } from "~/models/insights/requests/effort";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** How much work the post is, as far as somebody has said. */
export function EffortForm({ number: post, effort }: { number: number; effort: number | null }) {
  const { t, number } = useWords();
  return (
    <form method="post" action={`/staff/requests/${post}/effort`} className="flex flex-wrap items-end gap-3">
      <label className="space-y-1.5 text-sm font-medium">
        <span>{t("requests.part.effort")}</span>
        <select
          name="effort"
          defaultValue={effort ?? "none"}
          className="block min-h-10 rounded-lg border border-edge/60 bg-surface px-3 text-ink"
        >
          <option value="none">{t("requests.noEffort")}</option>
          {efforts.map((value) => (
            <option key={value} value={value}>
              {number(value)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={button("quiet")}>
        {t("form.save")}
      </button>
    </form>
  );
}
