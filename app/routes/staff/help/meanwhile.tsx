import type { Comparison } from "#db/schema/core/events";
import { useWords } from "~/ui/frame";
import { PersonName } from "~/ui/person";
import { When } from "~/ui/when";
import { ChangedWords } from "./changed-words";

interface Props {
  by: string | null;
  at: string | null;
  comparison: Comparison | undefined;
  language: string;
}

/** What somebody else saved while this one was writing, and how that differs. */
export function Meanwhile({ by, at, comparison, language }: Props) {
  const { t } = useWords();
  return (
    <section aria-labelledby="meanwhile" className="mt-6">
      <h2 id="meanwhile" className="text-lg">
        {t("helpWriting.meanwhile.heading")}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {by && (
          <>
            <PersonName name={by} /> ·{" "}
          </>
        )}
        {at && <When at={at} />}
      </p>
      <p className="mt-2 text-sm">{t("helpWriting.meanwhile.text")}</p>
      <ChangedWords comparison={comparison} language={language} />
    </section>
  );
}
