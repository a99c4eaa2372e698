import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import type { TicketData } from "./load-ticket.server";

/** What a ticket is probably about instead, and the words that speak for it. */
export function ProposedCategory({ data: { path, proposed } }: { data: Pick<TicketData, "path" | "proposed"> }) {
  const { t, list } = useWords();
  if (!proposed) return null;
  const { id, name, words } = proposed;
  return (
    <form method="post" action={`${path}/change`} className="space-y-1">
      <p className="text-muted">
        {t("likelyCategory.sentence", { name })}{" "}
        {words.length > 0 && t("likelyCategory.because", { words: list(words) })}
      </p>
      <input type="hidden" name="value" value={id} />
      <button type="submit" name="what" value="category" className={button("quiet", "small")}>
        {t("likelyCategory.choose")}
      </button>
    </form>
  );
}
