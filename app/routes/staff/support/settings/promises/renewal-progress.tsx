import type { SerializeFrom } from "@remix-run/node";
import type { findRenewal } from "~/models/support/promises/renew-promises.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { ProgressBar } from "~/ui/progress-bar";

type Renewal = SerializeFrom<NonNullable<Awaited<ReturnType<typeof findRenewal>>>>;

/** How far the last change has come in the tickets under way, as long as it is on its way. */
export function RenewalProgress({ renewal }: { renewal: Renewal | undefined }) {
  const { t, number } = useWords();
  if (!renewal || renewal.endedAt) return null;
  const { done, total } = renewal;
  return (
    <page-watch>
      <div data-watched="renewal" className={`${card} mt-4 max-w-2xl p-4 text-sm`}>
        <ProgressBar
          value={Math.min(done, total)}
          max={total}
          label={t("deskSettings.renewal.label")}
          words={t("deskSettings.renewal.words", { done: number(done), count: total, total: number(total) })}
        />
      </div>
    </page-watch>
  );
}
