import { mayAdminister } from "~/models/core/users/policy";
import { useFrame } from "~/ui/frame";

/** The whole team sees when somebody should have been paged, and was not. */
export function PagingTroubleNotice() {
  const { trouble, viewer, words } = useFrame();
  const { t, moment } = words;
  if (!trouble?.paging) return null;
  const { failed, waitingSince } = trouble.paging;
  return (
    <div role="alert" className="mb-6 rounded-card border border-danger bg-danger-soft px-4 py-3 text-danger">
      <p className="font-semibold">{t("paging.trouble.title")}</p>
      {failed > 0 && <p>{t("paging.trouble.failed", { count: failed })}</p>}
      {waitingSince && <p>{t("paging.trouble.waiting", { time: moment(waitingSince) })}</p>}
      {mayAdminister(viewer) && (
        <a href="/staff/support/settings/paging" className="underline">
          {t("paging.trouble.look")}
        </a>
      )}
    </div>
  );
}
