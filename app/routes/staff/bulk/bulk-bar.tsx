import type { ReactNode } from "react";
import type { InboxNoun } from "#db/schema/feedback/inbox";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

interface Props {
  noun: InboxNoun;
  /** What can be done, as a form says it, and in words. */
  groups: { label: string; options: (readonly [value: string, name: string])[] }[];
  /** More fields. */
  children?: ReactNode;
}

/** What to do with those that are ticked; a page says first what would come of it. */
export function BulkBar({ noun, groups, children }: Props) {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap items-end gap-3 border-t border-line p-4 text-sm">
      <label className="min-w-0 space-y-1.5 font-medium">
        <span className="block">{t(`bulk.${noun}.label`)}</span>
        <select
          name="change"
          className="block min-h-10 max-w-full rounded-lg border border-edge/60 bg-surface px-3 font-normal text-ink"
        >
          <option value="">{t("bulk.choose")}</option>
          {groups
            .filter(({ options }) => options.length > 0)
            .map(({ label, options }) => (
              <optgroup key={label} label={label}>
                {options.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      </label>
      {children}
      <button type="submit" className={button("quiet")}>
        {t("bulk.preview")}
      </button>
    </div>
  );
}
