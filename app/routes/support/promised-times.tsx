import type { SerializeFrom } from "@remix-run/node";
import type { findPromise } from "~/models/support/promises/list-targets.server";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";

type Promise = SerializeFrom<Awaited<ReturnType<typeof findPromise>>>;

/** Until when whoever asked gets an answer, and a solution. */
export function PromisedTimes({ answer, solution }: Promise) {
  const { t, moment } = useWords();
  const promised = answer
    ? t(answer.isLate ? "promise.answerLate" : "promise.answerBy", { moment: moment(answer.at) })
    : solution && !solution.isLate && t("promise.solutionBy", { moment: moment(solution.at) });
  if (!promised) return null;
  return (
    <p className="mt-2 flex items-start gap-2 text-sm">
      <Icon name="clock" className="mt-0.5 shrink-0 text-muted" />
      <span>{promised}</span>
    </p>
  );
}
