import { mayHandleTickets } from "~/models/core/users/policy";
import { useFrame } from "~/ui/frame";

/** The whole team sees when Freshdesk hears nothing of us. */
export function FreshdeskTroubleNotice() {
  const { trouble, viewer, words } = useFrame();
  const { t, moment } = words;
  if (!trouble?.freshdesk) return null;
  const { brokenAt, waitingSince } = trouble.freshdesk;
  return (
    <div role="alert" className="mb-6 rounded-card border border-danger bg-danger-soft px-4 py-3 text-danger">
      <p className="font-semibold">{t("freshdesk.trouble.title")}</p>
      {brokenAt && <p>{t("freshdesk.trouble.broken", { time: moment(brokenAt) })}</p>}
      {waitingSince && <p>{t("freshdesk.trouble.waiting", { time: moment(waitingSince) })}</p>}
      {mayHandleTickets(viewer) && (
        <a href="/staff/freshdesk" className="underline">
          {t("freshdesk.trouble.look")}
        </a>
      )}
    </div>
  );
}
