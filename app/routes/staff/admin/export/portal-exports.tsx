import type { SerializeFrom } from "@remix-run/node";
import type { ListedExport } from "~/models/admin/exports/runs/find-exports.server";
import { exportLimits } from "~/models/admin/exports/runs/limits";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { ProgressBar } from "~/ui/progress-bar";

const looks = {
  under_way: "bg-blue-soft text-blue",
  ready: "bg-green-soft text-green",
  failed: "bg-red-soft text-red",
};

/** Exports of the whole portal: how to have one made, and what became of those that were. */
export function PortalExports({ exports }: { exports: SerializeFrom<ListedExport>[] }) {
  const { t, number } = useWords();
  const isUnderWay = exports.some(({ state }) => state === "under_way");
  const list = exports.length > 0 && (
    <ul className={`${card} mt-4 max-w-3xl divide-y divide-line`}>
      {exports.map((one) => (
        <ExportRow key={one.id} one={one} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="portal" className="mt-8">
      <h2 id="portal" className="text-lg">
        {t("exportStaff.portal")}
      </h2>
      <p className="mt-1 max-w-3xl text-muted">{t("exportStaff.portalIntro", { days: number(exportLimits.days) })}</p>
      {isUnderWay ? (
        <p className="mt-3">
          <a href="/staff/export" className={button("quiet")}>
            {t("exportStaff.lookAgain")}
          </a>
        </p>
      ) : (
        <form method="post" className="mt-3">
          <button type="submit" className={button()}>
            {t("exportStaff.everything")}
          </button>
        </form>
      )}
      {isUnderWay ? <page-watch>{list}</page-watch> : list}
      <p className="mt-4 text-sm text-muted">
        {t("exportStaff.command")} <code dir="ltr">npm run export -- --out FILE.zip</code>
      </p>
    </section>
  );
}

function ExportRow({ one }: { one: SerializeFrom<ListedExport> }) {
  const { t, moment, number } = useWords();
  const { id, createdAt, state, done, total, bytes, expiresAt, by } = one;
  const when = moment(createdAt);
  return (
    <li className="space-y-2 px-4 py-3" data-watched={id}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>
          <time dateTime={createdAt}>{when}</time>
          {" · "}
          <bdi>{by ?? t("people.deleted")}</bdi>
        </span>
        <span className={`badge ${looks[state]}`}>{t(`exportStaff.state.${state}`)}</span>
      </p>
      {state === "under_way" && (
        <p className="text-sm text-muted">
          <ProgressBar
            value={done}
            max={total}
            label={t("exportStaff.progressLabel")}
            words={t("exportStaff.progress", { done: number(done), total: number(total) })}
          />
        </p>
      )}
      {state === "failed" && <p className="text-sm text-danger">{t("exportStaff.failed")}</p>}
      <div className="flex flex-wrap items-center gap-3 text-sm">
        {state === "ready" && (
          <a href={`/staff/export/${id}.zip`} className={button("quiet", "small")}>
            {t("exportStaff.get", { megabytes: number(Math.ceil((bytes ?? 0) / 100_000) / 10) })}
            <span className="sr-only"> {when}</span>
          </a>
        )}
        <Confirmed
          action={`/staff/export/${id}/delete`}
          label={t(state === "under_way" ? "exportStaff.stop" : "exportStaff.delete")}
          question={t("exportStaff.deleteQuestion")}
          className={button("plain", "small")}
        />
        {expiresAt && <span className="text-muted">{t("exportStaff.until", { moment: moment(expiresAt) })}</span>}
      </div>
    </li>
  );
}
