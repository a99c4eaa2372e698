import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import type { TicketData } from "./load-ticket.server";

/** The article that whoever asks has read before, and that did not answer them. */
export function ReadBefore({ history }: Pick<TicketData, "history">) {
  const { t } = useWords();
  const opened = history.find(({ type }) => type === "ticket.opened");
  const { article } = (opened?.data ?? {}) as { article?: number };
  if (!article) return null;
  return (
    <p className={`${card} px-5 py-3 text-sm`}>
      {t("readBefore.theirs")}{" "}
      <a href={`/help/articles/${article}`} className="text-accent underline">
        {t("readBefore.article", { number: article })}
      </a>
    </p>
  );
}
