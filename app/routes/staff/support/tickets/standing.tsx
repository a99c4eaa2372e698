import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import type { TicketData } from "./load-ticket.server";

/** Why a ticket is in no list, and the way back; and which one it goes on from. */
export function Standing({ ticket, path }: Pick<TicketData, "ticket" | "path">) {
  const { t } = useWords();
  const { original, earlier, spamAt, deletedAt } = ticket;
  const away = spamAt ? "spam" : deletedAt ? "deleted" : undefined;
  return (
    <>
      {earlier && (
        <p className="mt-3 text-sm">
          {t("tickets.follows")}{" "}
          <a href={staffTicketPath(earlier)} dir="ltr" className="text-accent underline">
            {writeTicketNumber(earlier)}
          </a>
        </p>
      )}
      {(original || away) && (
        <div className="mt-4 flex flex-wrap items-center gap-3 rounded-lg bg-accent-soft p-3 text-sm">
          {original ? (
            <p>
              {t("tickets.merged")}{" "}
              <a href={staffTicketPath(original)} dir="ltr" className="text-accent underline">
                {writeTicketNumber(original)}
              </a>
            </p>
          ) : (
            away && <p>{t(`tickets.away.${away}`)}</p>
          )}
          <form method="post" action={`${path}/change`}>
            <button
              type="submit"
              name="what"
              value={original ? "unmerge" : "restore"}
              className={button("quiet", "small")}
            >
              {t(original ? "tickets.unmerge" : "tickets.restore")}
            </button>
          </form>
        </div>
      )}
    </>
  );
}
