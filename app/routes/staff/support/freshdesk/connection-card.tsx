import type { SerializeFrom } from "@remix-run/node";
import { mayAdminister } from "~/models/core/users/policy";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";
import { ConnectionTools } from "./connection-tools";

type Settings = SerializeFrom<FreshdeskSettingsRow>;

const looks = {
  working: "bg-green-soft text-green",
  unknown: "bg-amber-soft text-amber",
  paused: "bg-amber-soft text-amber",
  disconnected: "bg-slate-soft text-slate",
  broken: "bg-red-soft text-red",
};

function conditionOf({ disconnectedAt, brokenAt, pausedAt, lastOkAt }: Settings): keyof typeof looks {
  if (disconnectedAt) return "disconnected";
  if (brokenAt) return "broken";
  if (pausedAt) return "paused";
  return lastOkAt ? "working" : "unknown";
}

/** Whether Freshdesk and we hear each other, and what an administrator can do about it. */
export function Connection({ domain, settings }: { domain: string; settings: Settings }) {
  const { viewer, words } = useFrame();
  const { t, moment } = words;
  const condition = conditionOf(settings);
  const { agentName, fieldsAt, lastOkAt, reconciledAt, lastError, lastErrorAt } = settings;
  const never = t("freshdeskPages.connection.never");
  return (
    <section aria-labelledby="connection" className={`${card} p-5`}>
      <h2 id="connection" className="flex flex-wrap items-center gap-3 text-lg">
        {t("freshdeskPages.connection.heading")}
        <span className={`rounded-full px-2 py-0.5 text-xs font-medium ${looks[condition]}`}>
          {t(`freshdeskPages.connection.condition.${condition}`)}
        </span>
      </h2>
      <p className="mt-1 text-muted">{t(`freshdeskPages.connection.meaning.${condition}`)}</p>
      <dl className="mt-4 grid grid-cols-1 gap-x-6 gap-y-3 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Fact name={t("freshdeskPages.connection.account")} value={domain} />
        <Fact name={t("freshdeskPages.connection.agent")} value={agentName ?? never} />
        <Fact name={t("freshdeskPages.connection.checked")} value={fieldsAt ? moment(fieldsAt) : never} />
        <Fact name={t("freshdeskPages.connection.lastOk")} value={lastOkAt ? moment(lastOkAt) : never} />
        <Fact name={t("freshdeskPages.connection.reconciled")} value={reconciledAt ? moment(reconciledAt) : never} />
        {lastError && lastErrorAt && (
          <Fact name={t("freshdeskPages.connection.lastError", { time: moment(lastErrorAt) })} value={lastError} />
        )}
      </dl>
      {mayAdminister(viewer) && <ConnectionTools settings={settings} />}
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="-mt-2 wrap-anywhere sm:mt-0">
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
