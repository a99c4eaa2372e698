import type { TestPageReport } from "~/models/support/paging/test-page";
import { useWords } from "~/ui/frame";

/** How a test of paging fared, in PagerDuty's words. */
export function TestedPage({ report: { isTaken, answers } }: { report: TestPageReport }) {
  const { t } = useWords();
  return (
    <>
      <p
        role="status"
        className={`rounded-lg px-4 py-3 font-medium ${isTaken ? "bg-success-soft text-success" : "bg-danger-soft text-danger"}`}
      >
        {t(isTaken ? "paging.test.taken" : "paging.test.notTaken")}
      </p>
      <dl className="space-y-2 text-sm">
        {answers.map(({ action, text }) => (
          <div key={action}>
            <dt className="text-muted">{t(`paging.actions.${action}`)}</dt>
            <dd dir="ltr" className="font-mono text-xs wrap-anywhere">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
