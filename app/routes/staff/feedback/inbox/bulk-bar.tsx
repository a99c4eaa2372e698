import type { Board } from "~/models/feedback/boards/queries.server";
import { statuses } from "~/models/feedback/posts/lifecycle";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { useFrame } from "~/ui/frame";

/** What to do with the posts that are ticked; a page says first what would come of it. */
export function BulkBar({ boards, tags }: { boards: Board[]; tags: Tag[] }) {
  const { words, settings } = useFrame();
  const { t } = words;
  const offered = statuses.filter((to) => settings.statuses[to].isOffered);
  const groups = [
    {
      label: t("bulk.groups.move"),
      options: offered.map((to) => [`move:${to}`, t(`status.${to}`)] as const),
    },
    { label: t("bulk.groups.tag"), options: tags.map(({ id, name }) => [`tag:${id}`, name] as const) },
    { label: t("bulk.groups.untag"), options: tags.map(({ id, name }) => [`untag:${id}`, name] as const) },
    { label: t("bulk.groups.board"), options: boards.map(({ id, name }) => [`board:${id}`, name] as const) },
  ];
  return (
    <div className="flex flex-wrap items-end gap-3 border-t border-line p-4 text-sm">
      <label className="space-y-1.5 font-medium">
        <span className="block">{t("bulk.label")}</span>
        <select
          name="change"
          className="block min-h-10 rounded-lg border border-edge/60 bg-surface px-3 font-normal text-ink"
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
      <button type="submit" className={button("quiet")}>
        {t("bulk.preview")}
      </button>
    </div>
  );
}
