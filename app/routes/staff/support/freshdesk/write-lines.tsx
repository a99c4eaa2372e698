import type { SerializeFrom } from "@remix-run/node";
import type { listWrites } from "~/models/support/freshdesk/queue-state.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

export type Write = SerializeFrom<typeof listWrites>["writes"][number];

/** What a write is, about which ticket and post, and when. */
export function WriteAbout({ write }: { write: Write }) {
  const { t, moment } = useWords();
  const { kind, ticket, postNumber, postTitle, ours, createdAt } = write;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t(`freshdeskPages.writeKind.${kind}`)}</span>
        {ticket && (
          <a href={`/staff/freshdesk/tickets/${ticket}`} className="text-accent underline">
            {t("freshdeskPages.ticket.name", { ticket })}
          </a>
        )}
        {ours && (
          <a href={staffTicketPath(ours)} dir="ltr" className="text-accent underline">
            {writeTicketNumber(ours)}
          </a>
        )}
        <time dateTime={createdAt} className="text-muted">
          {moment(createdAt)}
        </time>
      </p>
      {postNumber && (
        <p>
          <a href={`/posts/${postNumber}`} className="text-ink underline wrap-anywhere">
            <bdi>
              #{postNumber} {postTitle}
            </bdi>
          </a>
        </p>
      )}
    </>
  );
}

/** Another try, for whoever has seen to the cause. */
export function SendAgain({ write: { id, state } }: { write: Write }) {
  const { t } = useWords();
  if (state !== "refused") return null;
  return (
    <form method="post" action={`/staff/freshdesk/writes/${id}/again`} className="pt-1">
      <button type="submit" className={button("quiet", "small")}>
        {t("freshdeskPages.refused.again")}
      </button>
    </form>
  );
}

/** What Freshdesk had to say, by field and code. */
export function WriteProblems({ write: { response, problems } }: { write: Write }) {
  const { t } = useWords();
  return (
    <>
      {response && (
        <p dir="ltr" className="wrap-anywhere">
          {response}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="list-disc space-y-1 ps-5">
          {problems.map(({ field, code, message }) => (
            <li key={`${field} ${code} ${message}`} className="wrap-anywhere">
              {field && (
                <>
                  {t("freshdeskPages.refused.field")} <code dir="ltr">{field}</code>{" "}
                </>
              )}
              {code && (
                <>
                  {t("freshdeskPages.refused.code")} <code dir="ltr">{code}</code>{" "}
                </>
              )}
              <bdi>{message}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
