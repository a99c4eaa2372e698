import { useWords } from "~/ui/frame";

/** What was just made, for the only time. */
export function MadeToken({ name, value }: { name: string; value: string }) {
  const { t } = useWords();
  return (
    <section
      aria-labelledby="made-token"
      tabIndex={-1}
      autoFocus
      className="mt-6 rounded-card border border-success bg-surface p-5"
    >
      <h2 id="made-token" className="text-lg">
        {t("tokens.isMade", { name })}
      </h2>
      <p className="mt-1">{t("tokens.once")}</p>
      <p className="mt-3 text-sm font-medium">{t("tokens.value")}</p>
      <code dir="ltr" className="mt-1 block rounded-lg bg-sunken px-3 py-2 break-all select-all">
        {value}
      </code>
    </section>
  );
}
