import type { SerializeFrom } from "@remix-run/node";
import type { Changed, TriedRules as Tried } from "~/models/support/promises/try-rules.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

interface Props {
  tried: SerializeFrom<Tried>;
  nameOf: (policyId: number) => string;
}

/** What a change would mean for the newest tickets under way. */
export function TriedRules({ tried, nameOf }: Props) {
  const { t, number } = useWords();
  const { looked, changed } = tried;
  const rows = (["policy", "due", "breached"] as const).map((what) => ({ what, count: tried[what] }));
  return (
    <section aria-labelledby="tried" className={`${card} mt-6 max-w-2xl p-5`}>
      <h2 id="tried" className="text-lg">
        {t("deskSettings.trial.heading")}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {t("deskSettings.trial.looked", { count: looked, looked: number(looked) })}
      </p>
      <ul className="mt-3 list-disc space-y-1 ps-5">
        {rows.map(({ what, count }) => (
          <li key={what}>{t(`deskSettings.trial.${what}`, { count, tickets: number(count) })}</li>
        ))}
      </ul>
      {changed.length > 0 && (
        <ul className="mt-4 max-h-96 space-y-3 overflow-y-auto">
          {changed.map((one) => (
            <TriedTicket key={writeTicketNumber(one.number)} changed={one} nameOf={nameOf} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TriedTicket({ changed, nameOf }: { changed: SerializeFrom<Changed>; nameOf: Props["nameOf"] }) {
  const { t, moment } = useWords();
  const { number, subject, before, after } = changed;
  const policyOf = ({ policyId }: typeof before) =>
    policyId === null ? t("deskSettings.trial.noPolicy") : nameOf(policyId);
  const dueOf = ({ dueAt }: typeof before) => (dueAt ? moment(dueAt) : t("deskSettings.trial.noTime"));
  return (
    <li>
      <a href={staffTicketPath(number)} className="text-accent underline">
        {writeTicketNumber(number)} <bdi className="wrap-anywhere">{subject}</bdi>
      </a>
      {[policyOf, dueOf].map((say) => (
        <p key={say === dueOf ? "due" : "policy"} className="text-sm text-muted wrap-anywhere">
          {say(before) === say(after)
            ? say(after)
            : t("deskSettings.trial.instead", { before: say(before), after: say(after) })}
        </p>
      ))}
    </li>
  );
}
