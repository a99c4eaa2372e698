import { type ReactNode, useId } from "react";
import { postPath } from "~/models/feedback/posts/post-path";
import { ticketMovesFrom, ticketPriorities } from "~/models/support/tickets/lifecycle";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { control } from "~/ui/form";
import { useFrame, useWords } from "~/ui/frame";
import { EscalateByHand } from "./escalate-by-hand";
import type { TicketData } from "./load-ticket.server";
import { ProposedCategory } from "./proposed-category";

const small = "min-w-0 grow rounded-lg border border-edge/60 bg-surface px-2 text-sm min-h-8";

/** What the team can do with a ticket; every command asks again who may. */
export function TicketPanel({ data }: { data: TicketData }) {
  const { viewer, words } = useFrame();
  const { t } = words;
  const { path, ticket, categories, team, people, posts } = data;
  const action = `${path}/change`;
  const moves = ticketMovesFrom(ticket.status);
  const copies = people.filter(({ role }) => role === "copy");
  return (
    <section aria-label={t("tickets.panel")} className={`${card} divide-y divide-line text-sm print:hidden`}>
      <div className="space-y-3 p-4">
        {moves.length > 0 && (
          <Choose action={action} what="status" label={t("tickets.status")} extra={{ from: ticket.status }}>
            <option value="">{t(`ticketStatus.${ticket.status}`)}</option>
            {moves.map((to) => (
              <option key={to} value={to}>
                {t(`ticketStatus.${to}`)}
              </option>
            ))}
          </Choose>
        )}
        <Choose action={action} what="assignee" label={t("tickets.assignee")} value={ticket.assigneeId ?? ""}>
          <option value="">{t("tickets.nobody")}</option>
          {team.map(({ id, name }) => (
            <option key={id} value={id}>
              {name ?? t("people.nameless")}
            </option>
          ))}
        </Choose>
        {ticket.assigneeId === null && viewer && (
          <form method="post" action={action}>
            <button type="submit" name="what" value="take" className={button("quiet", "small")}>
              {t("tickets.take")}
            </button>
          </form>
        )}
        <Choose action={action} what="priority" label={t("tickets.priority")} value={ticket.priority}>
          {ticketPriorities.map((priority) => (
            <option key={priority} value={priority}>
              {t(`ticketPriority.${priority}`)}
            </option>
          ))}
        </Choose>
        <Choose action={action} what="category" label={t("tickets.category")} value={String(ticket.category.id)}>
          {categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choose>
        <ProposedCategory data={data} />
        <Write
          action={action}
          what="tags"
          label={t("tickets.tags")}
          hint={t("tickets.tagsHint")}
          save={t("form.save")}
          value={ticket.tags.join(", ")}
        />
        <EscalateByHand data={data} />
        <form method="post" action={action}>
          <input type="hidden" name="value" value={ticket.isRestricted ? "no" : "yes"} />
          <button type="submit" name="what" value="restricted" className={button("quiet", "small")}>
            {t(ticket.isRestricted ? "tickets.unrestrict" : "tickets.restrict")}
          </button>
        </form>
      </div>
      <div className="space-y-3 p-4">
        <h2 className="font-medium">{t("tickets.posts")}</h2>
        {posts.length > 0 && (
          <ul className="space-y-2">
            {posts.map((post) => (
              <li key={post.number} className="flex items-start justify-between gap-2">
                <a href={postPath(post)} dir="auto" className="min-w-0 text-accent underline">
                  {post.title}
                </a>
                <form method="post" action={action}>
                  <input type="hidden" name="value" value={post.number} />
                  <button type="submit" name="what" value="unlink" className={button("plain", "small")}>
                    {t("tickets.unlink")}
                    <span className="sr-only"> #{post.number}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <Write action={action} what="link" label={t("tickets.post")} save={t("tickets.link")} isNumber />
        <a href={`${path}/post`} className={button("quiet", "small")}>
          {t("tickets.makePost")}
        </a>
      </div>
      <div className="space-y-3 p-4">
        <h2 className="font-medium">{t("copies.heading")}</h2>
        {copies.length > 0 && (
          <ul className="space-y-2">
            {copies.map(({ id, name, address }) => (
              <li key={id} className="flex items-start justify-between gap-2">
                <bdi className="min-w-0 break-all">{name || address}</bdi>
                <form method="post" action={action}>
                  <input type="hidden" name="value" value={id} />
                  <button type="submit" name="what" value="removeCopy" className={button("plain", "small")}>
                    {t("copies.remove")}
                    <span className="sr-only"> {name || address}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <Write action={action} what="copy" label={t("copies.email")} save={t("copies.add")} isAddress />
      </div>
      <div className="flex flex-wrap gap-2 p-4">
        {(["merge", "forward", "print"] as const).map((what) => (
          <a key={what} href={`${path}/${what}`} className={button("quiet", "small")}>
            {t(`tickets.${what}`)}
          </a>
        ))}
        {people
          .filter(({ hasAccount }) => !hasAccount)
          .map(({ id, name, address }) => (
            <Confirmed
              key={id}
              action={action}
              fields={{ what: "revoke", value: id }}
              label={t("tickets.revoke", { name: name || address })}
              question={t("tickets.revokeQuestion")}
              className={button("quiet", "small")}
            />
          ))}
        <Confirmed
          action={action}
          fields={{ what: "spam" }}
          label={t("tickets.spam")}
          question={t("tickets.spamQuestion")}
          className={button("danger", "small")}
        />
        <Confirmed
          action={action}
          fields={{ what: "delete" }}
          label={t("tickets.delete")}
          question={t("tickets.deleteQuestion")}
          className={button("danger", "small")}
        />
      </div>
    </section>
  );
}

interface OneProps {
  action: string;
  /** Which change it is (./change.ts). */
  what: string;
  label: string;
}

function Choose({
  action,
  what,
  label,
  value,
  extra = {},
  children,
}: OneProps & { value?: string; extra?: Record<string, string>; children: ReactNode }) {
  const { t } = useWords();
  const id = useId();
  return (
    <form method="post" action={action} className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      {Object.entries(extra).map(([name, one]) => (
        <input key={name} type="hidden" name={name} value={one} />
      ))}
      <div className="flex gap-2">
        <select id={id} name="value" defaultValue={value} className={small}>
          {children}
        </select>
        <button type="submit" name="what" value={what} className={button("quiet", "small")}>
          {t("form.save")}
          <span className="sr-only"> {label}</span>
        </button>
      </div>
    </form>
  );
}

interface WriteProps extends OneProps {
  save: string;
  hint?: string;
  value?: string;
  isNumber?: boolean;
  isAddress?: boolean;
}

function Write({ action, what, label, hint, save, value, isNumber = false, isAddress = false }: WriteProps) {
  const id = useId();
  return (
    <form method="post" action={action} className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          name="value"
          type={isAddress ? "email" : "text"}
          inputMode={isNumber ? "numeric" : undefined}
          defaultValue={value}
          dir={isAddress || isNumber ? "ltr" : "auto"}
          aria-describedby={hint && `${id}-hint`}
          className={`${control} py-1 text-sm`}
        />
        <button type="submit" name="what" value={what} className={button("quiet", "small")}>
          {save}
        </button>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
    </form>
  );
}
