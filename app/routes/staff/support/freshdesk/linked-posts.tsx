import type { SerializeFrom } from "@remix-run/node";
import type { findLinksOfFreshdeskTicket } from "~/models/support/freshdesk/links.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { When } from "~/ui/when";

/** The posts that a ticket waits for. */
export function LinkedPosts({ links }: { links: SerializeFrom<typeof findLinksOfFreshdeskTicket> }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="linked" className="mt-8">
      <h2 id="linked" className="text-lg">
        {t("freshdeskPages.ticket.links")}
      </h2>
      <ul className={`${card} mt-3 divide-y divide-line`}>
        {links.length === 0 && <li className="p-4 text-muted">{t("freshdeskPages.ticket.noLinks")}</li>}
        {links.map(({ id, number, title, status, origin, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 grow basis-56">
              <a href={`/posts/${number}`} className="font-medium wrap-anywhere no-underline hover:text-accent">
                <bdi>
                  #{number} {title}
                </bdi>
              </a>
              <p className="text-sm text-muted">
                {t(`freshdeskPages.origin.${origin}`)} · <When at={createdAt} />
              </p>
            </div>
            <StatusBadge status={status} />
            <form method="post" action={`/posts/${number}/tickets/${id}/unlink`}>
              <button type="submit" className={button("quiet", "small")}>
                {t("freshdeskPages.panel.unlink")}
                <span className="sr-only"> #{number}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
