import { mayAdminister } from "~/models/core/users/policy";
import { useFrame } from "~/ui/frame";

/** The whole team sees when mail does not get out. */
export function MailTroubleNotice() {
  const { trouble, viewer, words } = useFrame();
  const { t, number, moment } = words;
  if (!trouble?.mail) return null;
  const { failed, tried, waitingSince } = trouble.mail;
  return (
    <div role="alert" className="mb-6 rounded-card border border-danger bg-danger-soft px-4 py-3 text-danger">
      <p className="font-semibold">{t("mailTrouble.title")}</p>
      {failed > 0 && <p>{t("mailTrouble.failed", { failed: number(failed), tried: number(tried) })}</p>}
      {waitingSince && <p>{t("mailTrouble.waiting", { time: moment(waitingSince) })}</p>}
      {mayAdminister(viewer) && (
        <a href={`/staff/mail?status=${failed > 0 ? "failed" : "queued"}`} className="underline">
          {t("mailTrouble.look")}
        </a>
      )}
    </div>
  );
}
