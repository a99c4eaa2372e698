import { statuses } from "~/models/feedback/posts/lifecycle";
import { kinds, statusGroups } from "~/models/feedback/posts/list-filter";
import { happenings, type RequestFilter, usual } from "~/models/insights/requests/request-filter";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

const control = "block w-full min-h-10 rounded-lg border border-edge/60 bg-surface px-3 text-ink";

interface Named {
  slug: string;
  name: string;
}

/** Which posts to show, and in which order they stay. */
export function RequestFilters({ filter, boards, tags }: { filter: RequestFilter; boards: Named[]; tags: Named[] }) {
  const { t } = useWords();
  const any = { value: "", label: t("requests.all") };
  const named = (rows: Named[]) => [any, ...rows.map(({ slug, name }) => ({ value: slug, label: name }))];
  const status = [
    ...statusGroups.map((value) => ({ value, label: t(`requests.statusGroup.${value}`) })),
    // The group of posts that are open and the status are the same.
    ...statuses.filter((value) => value !== "open").map((value) => ({ value, label: t(`status.${value}`) })),
  ];
  return (
    <form action="/staff/requests" className="mt-6 space-y-3">
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
        <Choice name="board" label={t("requests.board")} value={filter.board} options={named(boards)} />
        <Choice
          name="kind"
          label={t("requests.kind")}
          value={filter.kind}
          options={[any, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
        <Choice name="tag" label={t("requests.tag")} value={filter.tag} options={named(tags)} />
        <Choice name="status" label={t("requests.status")} value={filter.status} options={status} />
        <Choice
          name="did"
          label={t("requests.happened")}
          value={filter.did}
          options={[any, ...happenings.map((value) => ({ value, label: t(`requests.did.${value}`) }))]}
        />
        <Day name="from" label={t("requests.from")} value={filter.from} />
        <Day name="to" label={t("requests.before")} value={filter.to} />
      </div>
      {filter.was && <input type="hidden" name="was" value={filter.was} />}
      {filter.sort !== usual.sort && <input type="hidden" name="sort" value={filter.sort} />}
      {filter.dir !== usual.dir && <input type="hidden" name="dir" value={filter.dir} />}
      <div className="flex flex-wrap gap-3">
        <button type="submit" className={button("quiet")}>
          {t("requests.show")}
        </button>
        <a href="/staff/requests" className={button("plain")}>
          {t("requests.showAll")}
        </a>
      </div>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label className="space-y-1.5 text-sm font-medium">
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ""} className={control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ name, label, value }: Omit<ChoiceProps, "options">) {
  return (
    <label className="space-y-1.5 text-sm font-medium">
      <span>{label}</span>
      <input type="date" name={name} defaultValue={value} className={control} />
    </label>
  );
}
