import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { Attachment } from "~/models/feedback/attachments/attachment";
import type { TicketMessage as Message } from "~/models/support/tickets/find-ticket.server";
import { Attachments } from "./attachments";
import { Avatar } from "./avatar";
import { useWords } from "./frame";
import { Icon } from "./icon";
import { Prose } from "./prose";
import { When } from "./when";

interface Props {
  message: SerializeFrom<Message>;
  files?: Attachment[];
  /** What goes after the addresses of its files. */
  search?: string;
  children?: ReactNode;
}

/** What somebody said in a ticket. A note is told apart by colour, by a word, and by what a screen reader says. */
export function TicketMessage({ message, files, search, children }: Props) {
  const { t } = useWords();
  const { id, kind, isByTeam, isByProduct, createdAt, html, quoted, leftOut, source, forwardedTo } = message;
  const isNote = kind === "note";
  const name = message.name ?? (isByProduct ? t("site.name") : null);
  return (
    <article
      id={`message-${id}`}
      aria-label={isNote ? t("tickets.noteBy", { name: name ?? t("people.deleted") }) : undefined}
      className={`comment rounded-card p-4 ${isNote ? "border border-dashed border-amber bg-amber-soft" : "border border-line bg-surface"}`}
    >
      <Avatar name={name} />
      <div>
        <p className="byline">
          <span className="font-medium text-ink">
            <bdi>{name ?? t("people.deleted")}</bdi>
            {isByTeam && (
              <span className="ms-1.5 rounded-full bg-accent-soft px-1.5 py-0.5 text-xs text-accent">
                {t("people.team")}
              </span>
            )}
            {isByProduct && <span className="ms-1.5 text-muted">{t("tickets.automatic")}</span>}
          </span>
          <a href={`#message-${id}`}>
            <When at={createdAt} />
          </a>
          {source === "mail" && <span>{t("tickets.byMail")}</span>}
          {isNote && (
            <span className="inline-flex items-center gap-1 font-semibold text-amber">
              <Icon name="lock" className="size-3.5" />
              {t("tickets.note")}
            </span>
          )}
          {forwardedTo && (
            <span>
              {t("tickets.forwardedTo")} <bdi>{forwardedTo}</bdi>
            </span>
          )}
        </p>
        <Prose html={html} className="mt-1" />
        <Attachments files={files} html={html} search={search} />
        {leftOut.length > 0 && (
          <p className="mt-2 text-sm text-muted">
            {t("tickets.leftOut")} <bdi>{leftOut.join(", ")}</bdi>
          </p>
        )}
        {quoted && (
          <details className="mt-2 text-sm text-muted">
            <summary className="w-fit cursor-pointer underline">{t("tickets.quoted")}</summary>
            <p dir="auto" className="mt-2 whitespace-pre-wrap break-words">
              {quoted}
            </p>
          </details>
        )}
        {children}
      </div>
    </article>
  );
}
