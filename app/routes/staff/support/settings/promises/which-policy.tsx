import type { SerializeFrom } from "@remix-run/node";
import type { explainPolicies } from "~/models/support/promises/try-policy.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";

type Found = SerializeFrom<NonNullable<Awaited<ReturnType<typeof explainPolicies>>>>;

interface Props {
  page: string;
  policies: { id: number; name: string; isOff: boolean }[];
  asked: { text: string; found?: Found } | undefined;
}

/** Asks which policy a ticket has, and says of each why. */
export function WhichPolicy({ page, policies, asked }: Props) {
  const { t } = useWords();
  return (
    <section aria-labelledby="which-policy" className={`${card} mt-6 max-w-2xl p-5`}>
      <h2 id="which-policy" className="text-lg">
        {t("deskSettings.which.heading")}
      </h2>
      <form action={page} className="mt-3 flex flex-wrap items-end gap-3">
        <label className="grow space-y-1.5">
          <span className="block text-sm font-medium">{t("deskSettings.which.number")}</span>
          <input name="ticket" defaultValue={asked?.text} placeholder="ST-2026-0001" dir="ltr" className={control} />
        </label>
        <button type="submit" className={button("quiet")}>
          {t("deskSettings.which.ask")}
        </button>
      </form>
      <div role="status" className="mt-4">
        {asked && !asked.found && <p className="text-danger">{t("deskSettings.which.notFound")}</p>}
        {asked?.found && <Explained policies={policies} found={asked.found} />}
      </div>
    </section>
  );
}

function Explained({ policies, found: { number, chosenId, unmet } }: { policies: Props["policies"]; found: Found }) {
  const { t, list } = useWords();
  const chosen = policies.find(({ id }) => id === chosenId);
  const verdictOf = ({ id, isOff }: (typeof policies)[number]): string => {
    if (isOff) return t("deskSettings.rule.off");
    if (id === chosenId) return t("deskSettings.which.chosen");
    const conditions = unmet.find((one) => one.id === id)?.conditions ?? [];
    if (conditions.length === 0) return t("deskSettings.which.later");
    return t("deskSettings.which.unmet", {
      conditions: list(conditions.map((condition) => t(`deskSettings.policy.${condition}`))),
    });
  };
  return (
    <>
      <p>
        <a href={staffTicketPath(number)} className="text-accent underline">
          {writeTicketNumber(number)}
        </a>{" "}
        {chosen ? t("deskSettings.which.has", { name: chosen.name }) : t("deskSettings.which.hasNone")}
      </p>
      <ol className="mt-3 list-decimal space-y-1 ps-6 text-sm">
        {policies.map((policy) => (
          <li key={policy.id} className={policy.id === chosenId ? "font-medium" : "text-muted"}>
            <bdi>{policy.name}</bdi>: {verdictOf(policy)}
          </li>
        ))}
      </ol>
    </>
  );
}
