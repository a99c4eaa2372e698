import type { ReactNode } from "react";
import type { Answers } from "~/models/insights/figures/insights";
import type { Period } from "~/models/insights/figures/period";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { CountLink } from "./count-link";

/** How soon the team responds, and how often at all. */
export function FirstAnswers({ answers, from, to }: { answers: Answers } & Period) {
  const { t, number, percent } = useWords();
  const { answered, unanswered, median, p90 } = answers;
  const share = answered / Math.max(1, answered + unanswered);
  const hours = (value: number | null) => {
    if (value === null) return "–";
    const count = Math.round(value * 10) / 10;
    return t("insights.answers.hours", { count, hours: number(count) });
  };
  const behind = (shown: string) => (
    <CountLink count={answered} filter={{ did: "answered", from, to }}>
      {shown}
    </CountLink>
  );
  return (
    <section aria-labelledby="answers" className={`${card} mt-5 p-5`}>
      <h2 id="answers" className="text-lg">
        {t("insights.answers.title")}
      </h2>
      <p className="mt-1 text-sm text-muted">{t("insights.answers.hint")}</p>
      <ShareBar share={share} />
      <dl className="mt-4 grid grid-cols-1 gap-4 sm:grid-cols-3">
        <Fact name={t("insights.answers.share")}>{behind(percent(share))}</Fact>
        <Fact name={t("insights.answers.median")}>{behind(hours(median))}</Fact>
        <Fact name={t("insights.answers.p90")}>{behind(hours(p90))}</Fact>
        <Fact name={t("insights.answers.answered")}>
          <CountLink count={answered} filter={{ did: "answered", from, to }} />
        </Fact>
        <Fact name={t("insights.answers.unanswered")}>
          <CountLink count={unanswered} filter={{ did: "unanswered", from, to }} />
        </Fact>
      </dl>
    </section>
  );
}

/** The facts below say the same. */
function ShareBar({ share }: { share: number }) {
  const { direction } = useWords();
  const breadth = 640 * share;
  return (
    <svg aria-hidden="true" viewBox="0 0 640 12" className="mt-4 block h-auto w-full">
      <rect width={640} height={12} rx={6} className="fill-sunken" />
      <rect x={direction === "rtl" ? 640 - breadth : 0} width={breadth} height={12} rx={6} className="fill-accent" />
    </svg>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-xl tabular-nums">{children}</dd>
    </div>
  );
}
