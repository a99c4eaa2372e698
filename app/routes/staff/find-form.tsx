import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

interface Props {
  /** The list to find something in. */
  action: string;
  label: string;
  value: string;
}

/** One line to find a row of a list by. */
export function FindForm({ action, label, value }: Props) {
  const { t } = useWords();
  return (
    <form action={action} className="mt-6 flex max-w-md gap-2">
      <input
        type="search"
        name="q"
        defaultValue={value}
        aria-label={label}
        placeholder={label}
        className="min-w-0 grow rounded-lg border border-edge/60 bg-surface px-3 py-2"
      />
      <button type="submit" className={`${button("quiet")} shrink-0`}>
        {t("staff.find")}
      </button>
    </form>
  );
}
