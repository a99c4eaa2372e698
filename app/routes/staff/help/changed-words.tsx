import type { Comparison } from "#db/schema/core/events";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Pieces } from "~/ui/pieces";

interface Props {
  /** Undefined where it could not be made just now. */
  comparison: Comparison | undefined;
  language: string;
}

/** How one text of an article became another, field by field. */
export function ChangedWords({ comparison, language }: Props) {
  const { t } = useWords();
  if (!comparison) return <p className="mt-4 text-sm text-muted">{t("helpWriting.changes.notNow")}</p>;
  const fields = Object.entries(comparison);
  if (fields.length === 0) return <p className="mt-4 text-sm text-muted">{t("helpWriting.changes.none")}</p>;
  return (
    <div className={`mt-4 space-y-3 p-4 ${card}`}>
      {fields.map(([name, pieces]) => (
        <div key={name}>
          <h3 className="text-xs font-medium text-muted">{t(`helpStaff.form.${name as "title"}`)}</h3>
          <div lang={language}>
            <Pieces pieces={pieces} />
          </div>
        </div>
      ))}
    </div>
  );
}
