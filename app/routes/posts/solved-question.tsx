import { useWords } from "~/ui/frame";
import { SolvedButtons } from "~/ui/solved-buttons";

/** For whoever asked or voted for what is done now, until they answer. */
export function SolvedQuestion({ number }: { number: number }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="solved" className="mt-6 rounded-card bg-accent-soft p-4">
      <h2 id="solved" className="text-sm">
        {t("solved.question")}
      </h2>
      <SolvedButtons action={`/posts/${number}/solved`} />
    </section>
  );
}
