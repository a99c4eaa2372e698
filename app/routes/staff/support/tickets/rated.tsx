import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import type { TicketData } from "./load-ticket.server";

/** What the requester thinks of the help, once they have said it. */
export function Rated({ ticket: { rating, ratingText } }: Pick<TicketData, "ticket">) {
  const { t } = useWords();
  if (!rating) return null;
  return (
    <section aria-labelledby="rated" className={`${card} p-4 text-sm`}>
      <h2 id="rated" className="font-medium">
        {t("rating.of", { rating })}
      </h2>
      {ratingText && (
        <p dir="auto" className="mt-2 whitespace-pre-wrap break-words">
          {ratingText}
        </p>
      )}
    </section>
  );
}
