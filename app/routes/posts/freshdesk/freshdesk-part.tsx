import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import type { PostData } from "../load-post.server";
import { LinkedFreshdeskTicket } from "./linked-ticket";
import { OpenFreshdeskTicketForm } from "./open-ticket-form";

interface Props {
  number: number;
  tickets: NonNullable<PostData["tickets"]>;
}

/** Who waits for the post in Freshdesk, and what can be done about it. */
export function FreshdeskPart({ number: post, tickets }: Props) {
  const { t } = useWords();
  const { links, count, openings, statuses, isAtWork, isDisconnected } = tickets;
  const waiting = [
    t("freshdeskPages.panel.tickets", { count: count.tickets }),
    ...(count.supporters > 0 ? [t("freshdeskPages.panel.supporters", { count: count.supporters })] : []),
    ...(count.companies > 0 ? [t("freshdeskPages.panel.companies", { count: count.companies })] : []),
  ];
  return (
    <div className="mt-3 space-y-4 text-sm">
      {!isAtWork && (
        <p role="note" className="rounded-lg bg-amber-soft px-3 py-2 text-amber">
          {t(isDisconnected ? "freshdeskPages.panel.disconnected" : "freshdeskPages.panel.stands")}
        </p>
      )}
      <p className="text-muted">{links.length === 0 ? t("freshdeskPages.panel.none") : waiting.join(" · ")}</p>
      {openings > 0 && <p className="text-amber">{t("freshdeskPages.panel.openings", { count: openings })}</p>}
      {links.length > 0 && (
        <ul className="space-y-3">
          {links.map((link) => (
            <li key={link.id}>
              <LinkedFreshdeskTicket post={post} link={link} statuses={statuses} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`/posts/${post}/tickets`} className="space-y-1.5">
        <label htmlFor="ticket" className="block font-medium">
          {t("freshdeskPages.panel.link")}
        </label>
        <div className="flex gap-2">
          <input
            id="ticket"
            name="ticket"
            dir="ltr"
            aria-describedby="ticket-hint"
            className="min-h-8 min-w-0 grow rounded-lg border border-edge/60 bg-surface px-2"
          />
          <button type="submit" className={`${button("quiet", "small")} shrink-0`}>
            {t("freshdeskPages.panel.doLink")}
          </button>
        </div>
        <p id="ticket-hint" className="text-xs text-muted">
          {t("freshdeskPages.panel.linkHint")}
        </p>
      </form>
      {!isDisconnected && <OpenFreshdeskTicketForm number={post} id={tickets.nextId} />}
    </div>
  );
}
