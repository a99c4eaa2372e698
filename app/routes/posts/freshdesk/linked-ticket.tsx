import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { FreshdeskTicketBadge } from "~/ui/freshdesk-ticket-badge";
import type { PostData } from "../load-post.server";

type Tickets = NonNullable<PostData["tickets"]>;

interface Props {
  /** The number of the post whose page it is. */
  post: number;
  link: Tickets["links"][number];
  statuses: Tickets["statuses"];
}

/** One ticket that waits for the post, or for a duplicate of it. */
export function LinkedFreshdeskTicket({ post, link, statuses }: Props) {
  const { t } = useWords();
  const { ticket, subject, company, waiting, postNumber } = link;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <a href={link.address} target="_blank" rel="noopener" className="font-medium text-accent underline">
          #{ticket}
          <span className="sr-only"> {t("freshdeskPages.inFreshdesk")}</span>
        </a>
        <FreshdeskTicketBadge state={link.state} status={link.status} statuses={statuses} />
      </p>
      {subject && (
        <p dir="auto" className="wrap-anywhere">
          {subject}
        </p>
      )}
      {company && (
        <p dir="auto" className="text-muted wrap-anywhere">
          {company}
        </p>
      )}
      {postNumber !== post && (
        <p className="text-muted">{t("freshdeskPages.panel.ofDuplicate", { number: postNumber })}</p>
      )}
      {waiting > 0 && <p className="text-amber">{t("freshdeskPages.panel.queued", { count: waiting })}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <a href={`/staff/freshdesk/tickets/${ticket}`} className={button("plain", "small")}>
          {t("freshdeskPages.panel.history")}
          <span className="sr-only"> #{ticket}</span>
        </a>
        <form method="post" action={`/posts/${post}/tickets/${link.id}/unlink`}>
          <button type="submit" className={button("plain", "small")}>
            {t("freshdeskPages.panel.unlink")}
            <span className="sr-only"> #{ticket}</span>
          </button>
        </form>
      </div>
    </div>
  );
}
