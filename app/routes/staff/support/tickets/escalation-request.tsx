import { canEscalate } from "~/models/support/escalations/escalation";
import { ticketLimits } from "~/models/support/tickets/limits";
import { type TicketNumber, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";
import type { TicketData } from "./load-ticket.server";

/** Shows that the requester asks for escalation, and why, until somebody of the team has answered that. */
export function EscalationRequest({ data }: { data: TicketData }) {
  const { t } = useWords();
  const { path, ticket, escalation } = data;
  if (escalation?.state !== "asked") return null;
  const action = `${path}/escalation`;
  const isMerged = (number: TicketNumber) => writeTicketNumber(number) !== writeTicketNumber(ticket);
  return (
    <section aria-labelledby="escalation" className="mt-4 space-y-3 rounded-lg bg-amber-soft p-4 text-sm">
      <h2 id="escalation" className="text-base text-amber">
        {t("escalation.asked")}
      </h2>
      {escalation.asked.map(({ number, reason, askedAt }) => (
        <div key={writeTicketNumber(number)}>
          <p className="text-muted">
            {isMerged(number) && `${writeTicketNumber(number)} · `}
            <When at={askedAt} />
          </p>
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
            {reason}
          </p>
        </div>
      ))}
      {canEscalate(ticket) && (
        <form method="post" action={action}>
          <button type="submit" name="what" value="accept" className={button("quiet", "small")}>
            {t("escalation.accept", { tier: `L${ticket.tier + 1}` })}
          </button>
        </form>
      )}
      <details>
        <summary className="w-fit cursor-pointer underline">{t("escalation.refuse")}</summary>
        <form method="post" action={action} className="mt-3 space-y-3">
          <label className="block space-y-1.5">
            <span className="block font-medium">{t("escalation.words")}</span>
            <textarea name="body" rows={3} required dir="auto" maxLength={ticketLimits.body.max} className={control} />
          </label>
          <button type="submit" name="what" value="refuse" className={button("quiet", "small")}>
            {t("escalation.sendRefusal")}
          </button>
        </form>
      </details>
    </section>
  );
}
