import type { SerializeFrom } from "@remix-run/node";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import type { loadTicket } from "./load-ticket.server";

/** Says honestly that the text is not here yet, and looks again by itself where there is JavaScript. */
export function WaitForText({ ticket }: { ticket: SerializeFrom<typeof loadTicket> }) {
  const { t } = useWords();
  const { number, isQueued, isAtWork, seen } = ticket;
  const path = `/staff/freshdesk/tickets/${number}`;
  if (!isQueued) {
    return (
      <form method="post" action={`${path}/text`} className={`${card} mt-4 space-y-4 p-5`}>
        <p>{t(seen?.seenAt ? "freshdeskPages.makePost.nothing" : "freshdeskPages.makePost.notAsked")}</p>
        <button type="submit" className={button()}>
          {t("freshdeskPages.makePost.ask")}
        </button>
      </form>
    );
  }
  return (
    <page-watch>
      <div className={`${card} mt-4 space-y-4 p-5`}>
        <p role="status">{t(isAtWork ? "freshdeskPages.makePost.queued" : "freshdeskPages.makePost.stands")}</p>
        <a href={`${path}/post`} className={button("quiet")}>
          {t("freshdeskPages.makePost.lookAgain")}
        </a>
      </div>
    </page-watch>
  );
}
