import type { Comparison } from "#db/schema/core/events";
import { useWords } from "~/ui/frame";
import { ChangedWords } from "./changed-words";

interface Props {
  title: string;
  body: string;
  language: string;
  /** Since it was translated. */
  changes: Comparison | undefined;
}

/** What is translated, beside its translation, and what of it has changed since. */
export function Original({ title, body, language, changes }: Props) {
  const { t } = useWords();
  return (
    <section aria-labelledby="original" className="min-w-0 rounded-lg bg-sunken px-4 py-3">
      <h2 id="original" className="text-sm font-medium text-muted">
        {t("helpStaff.original")}
      </h2>
      <p lang={language} dir="auto" className="mt-2 font-medium">
        {title}
      </p>
      <p lang={language} dir="auto" className="mt-2 text-sm whitespace-pre-wrap wrap-anywhere">
        {body}
      </p>
      {changes && (
        <details className="mt-4" open>
          <summary className="text-sm font-medium">{t("helpWriting.original.changes")}</summary>
          <ChangedWords comparison={changes} language={language} />
        </details>
      )}
    </section>
  );
}
