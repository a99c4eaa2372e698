import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { Prose } from "~/ui/prose";
import { When } from "~/ui/when";
import type { PostData } from "./load-post.server";

export function OfficialAnswer({ answer }: { answer: NonNullable<PostData["answer"]> }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="answer" className="mt-6 rounded-card border border-accent/40 bg-accent-soft p-4 sm:p-5">
      <h2 id="answer" className="flex items-center gap-2 text-sm text-accent">
        <Icon name="megaphone" />
        {t("post.officialAnswer")}
      </h2>
      <Prose html={answer.html} className="mt-2" />
      <p className="mt-3 text-sm text-muted">
        <bdi>{answer.authorName}</bdi> · <When at={answer.createdAt} />
        {answer.release && <> · {t("post.release", { release: answer.release })}</>}
      </p>
    </section>
  );
}
