import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { SendAgain, type Write, WriteAbout, WriteProblems } from "./write-lines";

/** What Freshdesk would not take, with what it had to say about it. */
export function Refused({ writes }: { writes: Write[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="refused">
      <h2 id="refused" className="text-lg">
        {t("freshdeskPages.refused.heading")}
      </h2>
      <p className="mt-1 text-sm text-muted">{t("freshdeskPages.refused.intro")}</p>
      <ol className={`${card} mt-3 divide-y divide-line`}>
        {writes.length === 0 && <li className="p-4 text-muted">{t("freshdeskPages.refused.none")}</li>}
        {writes.map((write) => (
          <li key={write.id} className="space-y-1 px-4 py-3 text-sm">
            <WriteAbout write={write} />
            <WriteProblems write={write} />
            <SendAgain write={write} />
          </li>
        ))}
      </ol>
    </section>
  );
}
