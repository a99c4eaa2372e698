import type { listJudgements } from "~/models/help/judgements/list-judgements.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";

type Listed = Awaited<ReturnType<typeof listJudgements>>;

interface Props extends Omit<Listed, "complaints"> {
  complaints: (Omit<Listed["complaints"][number], "judgedAt"> & { judgedAt: string })[];
}

/** Who reads an article, whether it helps them, and why not. */
export function Judgements({ reads, all, helped, complaints }: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <section className={`p-4 text-sm ${card}`} aria-labelledby="judgements">
      <h2 id="judgements" className="text-base">
        {t("helpWriting.judgements.title")}
      </h2>
      <p className="mt-1 text-muted">{t("helpWriting.judgements.reads", { count: reads })}</p>
      <p className="text-muted">
        {all === 0 ? t("helpWriting.judgements.none") : t("helpWriting.judgements.helped", { helped, all })}
      </p>
      {complaints.length > 0 && (
        <ul className="mt-3 space-y-2">
          {complaints.map(({ reason, words: said, language, judgedAt }) => (
            <li key={judgedAt}>
              <p>
                {reason ? t(`helpful.reason.${reason}`) : t("helpWriting.judgements.noReason")}{" "}
                <span className="text-muted">
                  <When at={judgedAt} />
                </span>
              </p>
              {said && (
                <p lang={language} dir="auto" className="wrap-anywhere text-muted">
                  {said}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
