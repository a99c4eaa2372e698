import { canEscalate, higherTiers, longestReason } from "~/models/support/escalations/escalation";
import { button } from "~/ui/button";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import type { TicketData } from "./load-ticket.server";

/** Has a ticket go to a higher tier, folded away, with the reason why. */
export function EscalateByHand({ data: { path, ticket } }: { data: TicketData }) {
  const { t } = useWords();
  if (!canEscalate(ticket)) return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer underline">{t("escalation.raise")}</summary>
      <form method="post" action={`${path}/escalation`} className="mt-3 space-y-3">
        <label className="block space-y-1.5">
          <span className="block font-medium">{t("escalation.toTier")}</span>
          <select name="tier" className={control}>
            {higherTiers
              .filter((tier) => Number(tier) > ticket.tier)
              .map((tier) => (
                <option key={tier} value={tier}>
                  L{tier}
                </option>
              ))}
          </select>
        </label>
        <label className="block space-y-1.5">
          <span className="block font-medium">{t("escalation.why")}</span>
          <input name="reason" required dir="auto" maxLength={longestReason} className={control} />
          <span className="block text-muted">{t("escalation.whyHint")}</span>
        </label>
        <button type="submit" name="what" value="raise" className={button("quiet", "small")}>
          {t("escalation.raise")}
        </button>
      </form>
    </details>
  );
}
