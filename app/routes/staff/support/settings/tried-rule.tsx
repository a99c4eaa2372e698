import type { SerializeFrom } from "@remix-run/node";
import type { Tried } from "~/models/support/routing/try-rule.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";

interface Props {
  tried: SerializeFrom<Tried>[];
  team: { id: string; name: string | null }[];
  replies: { id: number; title: string }[];
}

/** What a rule would have done with the newest tickets. */
export function TriedRule({ tried, team, replies }: Props) {
  const { t, list } = useWords();
  const nameOf = (id: string) => team.find((one) => one.id === id)?.name ?? t("people.nameless");
  const titleOf = (id: number) => replies.find((one) => one.id === id)?.title ?? "";
  const wouldDo = ({ assigneeId, actions: { priority, tags, tier, replyId } }: (typeof tried)[number]) =>
    [
      assigneeId && t("deskSettings.rule.would.assign", { name: nameOf(assigneeId) }),
      priority && t("deskSettings.rule.would.priority", { priority: t(`ticketPriority.${priority}`) }),
      tags.length > 0 && t("deskSettings.rule.would.tags", { tags: list(tags) }),
      tier && t("deskSettings.rule.would.tier", { tier: `L${tier}` }),
      replyId && t("deskSettings.rule.would.reply", { title: titleOf(replyId) }),
    ].filter((done) => typeof done === "string");
  return (
    <section aria-labelledby="tried" className={`${card} mt-6 max-w-2xl p-5`}>
      <h2 id="tried" className="text-lg">
        {t("deskSettings.rule.tried", { count: tried.length })}
      </h2>
      {tried.length > 0 && (
        <ul className="mt-3 max-h-96 space-y-3 overflow-y-auto">
          {tried.map((one) => (
            <li key={writeTicketNumber(one.number)}>
              <a href={staffTicketPath(one.number)} className="text-accent underline">
                {writeTicketNumber(one.number)} <bdi className="wrap-anywhere">{one.subject}</bdi>
              </a>
              <p className="text-sm text-muted wrap-anywhere">{wouldDo(one).join(" · ")}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
