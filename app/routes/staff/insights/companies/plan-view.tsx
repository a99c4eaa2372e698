import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import type { Checked } from "./checked";

const counted = ["added", "changed", "same", "removed"] as const;
const mostShown = 50;

/** What the file would do, what is wrong with it, and the button that does it. */
export function PlanView({ checked: { plan, csv, mode, encoding, sample } }: { checked: Checked }) {
  const { t, number } = useWords();
  const good = plan.added + plan.changed + plan.same;
  return (
    <section aria-labelledby="plan" className={`${card} mt-5 max-w-2xl p-5`}>
      <h2 id="plan" className="text-lg">
        {t("companies.plan.title")}
      </h2>
      <dl className="mt-3 flex flex-wrap gap-6">
        {counted.map((name) => (
          <div key={name}>
            <dt className="text-sm text-muted">{t(`companies.plan.${name}`)}</dt>
            <dd className="text-xl tabular-nums">{number(plan[name])}</dd>
          </div>
        ))}
      </dl>
      {sample && (
        <p dir="auto" className="mt-3 text-sm wrap-anywhere">
          {t("companies.plan.encoding", { encoding: encoding?.toUpperCase(), sample })}
        </p>
      )}
      {plan.problems.length > 0 && (
        <>
          <h3 className="mt-4 font-medium">{t("companies.plan.problems", { rows: number(plan.problems.length) })}</h3>
          <ul className="mt-2 space-y-1 text-sm">
            {plan.problems.slice(0, mostShown).map(({ line, fault, text }) => (
              <li key={line}>
                {t("companies.plan.line", { line: number(line) })} {t(`companies.fault.${fault}`)}{" "}
                <bdi className="text-muted">{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {good > 0 && (
        <form method="post" action="/staff/companies/upload" encType="multipart/form-data" className="mt-5">
          <input type="hidden" name="csv" value={csv} />
          <input type="hidden" name="mode" value={mode} />
          <button type="submit" name="step" value="write" className={button()}>
            {t("companies.plan.write")}
          </button>
        </form>
      )}
    </section>
  );
}
