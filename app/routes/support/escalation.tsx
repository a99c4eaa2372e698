import { type EscalationState, longestReason } from "~/models/support/escalations/escalation";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";

interface Props {
  action: string;
  /** What became of what the requester has asked; missing where they have not. */
  state?: EscalationState;
  mayAsk: boolean;
}

/** Where a requester asks, once, that somebody with more say looks at their ticket. */
export function Escalation({ action, state, mayAsk }: Props) {
  const { t } = useWords();
  if (state) return <p className={`${card} mt-5 p-5 text-sm`}>{t(`escalation.state.${state}`)}</p>;
  if (!mayAsk) return null;
  return (
    <details className={`${card} mt-5 p-5`}>
      <summary className="cursor-pointer text-lg font-semibold">{t("escalation.heading")}</summary>
      <p className="mt-1 text-sm text-muted">{t("escalation.intro")}</p>
      <form method="post" action={action} className="mt-3 space-y-3">
        <label className="block space-y-1.5 text-sm">
          <span className="block font-medium">{t("escalation.reason")}</span>
          <textarea name="reason" rows={3} required dir="auto" maxLength={longestReason} className={control} />
        </label>
        <button type="submit" className={button("quiet")}>
          {t("escalation.ask")}
        </button>
      </form>
    </details>
  );
}
