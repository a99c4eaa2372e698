import { useWords } from "./frame";
import { Icon } from "./icon";

const sizes = {
  small: "h-9 ps-8 pe-2 text-sm",
  large: "h-12 ps-11 pe-4 text-lg",
};

/** One line to search by; the key `/` leads there. */
export function SearchField({ size, value }: { size: keyof typeof sizes; value?: string }) {
  const { t } = useWords();
  return (
    <search-key>
      <div className="relative">
        <Icon
          name="search"
          className={`pointer-events-none absolute inset-y-0 my-auto text-muted ${size === "small" ? "start-2.5 size-4" : "start-3.5 size-5"}`}
        />
        <input
          type="search"
          name="q"
          defaultValue={value}
          aria-label={t("search.label")}
          placeholder={t("search.placeholder")}
          title={t("search.key")}
          aria-keyshortcuts="/"
          maxLength={200}
          autoComplete="off"
          dir="auto"
          className={`w-full rounded-lg border border-edge/60 bg-surface text-ink placeholder:text-muted focus:border-accent ${sizes[size]}`}
        />
      </div>
    </search-key>
  );
}
