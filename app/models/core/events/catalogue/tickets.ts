import type { EscalationReason } from "#db/schema/support/escalations";
import type { PageAction, PageReason } from "#db/schema/support/pages";
import type { TicketTargetKind } from "#db/schema/support/promises";
import type { TicketPriority, TicketSource, TicketStatus } from "#db/schema/support/tickets";
import { event } from "../event-row";
import { nothing } from "../touches";

/** It happened in Freshdesk: it is not told there again. */
interface Via {
  via?: "freshdesk";
}

/** Whoever asked, the team, or the product itself. */
type Side = "requester" | "agent" | "product";

/** The rule that did it, and the event that it waited for. */
export interface RuleMark {
  id: number;
  name: string;
  occasion: number;
}

interface PromisedTime {
  target: TicketTargetKind;
  /** When it was due. */
  dueAt: string;
}

interface Page {
  action: PageAction;
  reason: PageReason;
}

export const ticketEvents = {
  "ticket.opened": event<{
    messageId: string;
    source: TicketSource;
    by: Side;
    /** The number of the ticket from which its first message was split off; nobody is told of that again. */
    splitFrom?: string;
    /** The number of the article that its requester had read, and that did not answer it. */
    article?: number;
  }>()({
    about: "ticket",
    consequences: ["mail-ticket", "sync-freshdesk", "route-ticket", "escalate-ticket"],
    touches: nothing,
    variant: ({ by, splitFrom, article }) =>
      splitFrom ? "split" : article ? "afterArticle" : by === "requester" ? "own" : "forThem",
  }),
  "ticket.answered": event<
    Via & {
      messageId: string;
      by: Side;
      /** Nobody is mailed, as whoever answered wanted it. */
      isQuiet?: boolean;
      rule?: RuleMark;
    }
  >()({
    about: "ticket",
    consequences: ["mail-ticket", "notify-people", "sync-freshdesk", "route-ticket", "learn-ticket", "escalate-ticket"],
    touches: nothing,
    variant: ({ by, via }) => via ?? (by === "requester" ? "requester" : "agent"),
  }),
  /** Came by mail from somebody who is none of its people: the team lets it in or throws it away. */
  "ticket.held": event<{ messageId: string }>()({
    about: "ticket",
    consequences: ["notify-people"],
    touches: nothing,
  }),
  "ticket.let_in": event<{ messageId: string }>()({
    about: "ticket",
    consequences: ["mail-ticket", "sync-freshdesk", "route-ticket", "escalate-ticket"],
    touches: nothing,
  }),
  /** A mail was let in after the ticket was closed: it is the first message of another one. */
  "ticket.followed": event<{ messageId: string; number: string }>()({
    about: "ticket",
    consequences: [],
    touches: nothing,
  }),
  /** Stays among what only the team sees. */
  "ticket.kept_inside": event<{ messageId: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  "ticket.thrown_away": event<{ messageId: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  "ticket.noted": event<{ messageId: string }>()({
    about: "ticket",
    consequences: ["notify-people"],
    touches: nothing,
  }),
  "ticket.moved": event<
    Via & {
      from: TicketStatus;
      to: TicketStatus;
      by: Side;
      /** What was said with it; who is told of that is not told twice. */
      messageId?: string;
      /** A move was taken back: nobody is told. */
      isBack?: boolean;
    }
  >()({
    about: "ticket",
    consequences: ["mail-ticket", "sync-freshdesk"],
    touches: nothing,
    gaps: ({ from, to }, _names, { t }) => ({ from: t(`ticketStatus.${from}`), to: t(`ticketStatus.${to}`) }),
    variant: ({ by, via }) => via ?? by,
  }),
  "ticket.assigned": event<{ from: string | null; to: string | null; rule?: RuleMark }>()({
    about: "ticket",
    consequences: ["notify-people"],
    touches: nothing,
    variant: ({ to }) => (to ? "assigned" : "unassigned"),
    gaps: ({ to }, { person }) => ({ person: person(to ?? "") }),
  }),
  "ticket.prioritized": event<{ from: TicketPriority; to: TicketPriority; rule?: RuleMark }>()({
    about: "ticket",
    consequences: ["sync-freshdesk", "route-ticket"],
    touches: nothing,
    gaps: ({ from, to }, _names, { t }) => ({ from: t(`ticketPriority.${from}`), to: t(`ticketPriority.${to}`) }),
  }),
  "ticket.categorized": event<{ from: number; to: number }>()({
    about: "ticket",
    consequences: ["learn-ticket", "sync-freshdesk", "route-ticket"],
    touches: nothing,
  }),
  "ticket.tagged": event<{ added: string[]; removed: string[]; rule?: RuleMark }>()({
    about: "ticket",
    consequences: [],
    touches: nothing,
    variant: ({ added, removed }) => (removed.length === 0 ? "added" : added.length === 0 ? "removed" : "both"),
  }),
  /** To a higher tier. */
  "ticket.raised": event<{
    from: number;
    to: number;
    /** Why; of older ones it was a rule. */
    reason?: Exclude<EscalationReason, "asked">;
    /** The word that was said, or the words of whoever wanted it. */
    word?: string;
    note?: string;
    rule?: RuleMark;
  }>()({
    about: "ticket",
    consequences: ["notify-people"],
    touches: nothing,
    isUrgent: true,
    variant: ({ reason = "rule" }) => reason,
  }),
  "ticket.renamed": event<{ from: string; to: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  /** What was said meanwhile of one that was restricted goes to Freshdesk afterwards. */
  "ticket.restricted": event<{ isRestricted: boolean }>()({
    about: "ticket",
    consequences: ["learn-ticket", "sync-freshdesk"],
    touches: nothing,
    variant: ({ isRestricted }) => (isRestricted ? "on" : "off"),
  }),
  /** The event's ticket is read on in another one. */
  "ticket.merged": event<Via & { into: string; number: string }>()({
    about: "ticket",
    consequences: ["sync-freshdesk"],
    touches: nothing,
    variant: ({ via }) => via ?? "here",
  }),
  "ticket.unmerged": event<{ from: string; number: string }>()({
    about: "ticket",
    consequences: ["sync-freshdesk", "escalate-ticket"],
    touches: nothing,
  }),
  /** One of its messages is the first one of another ticket. */
  "ticket.split": event<{ messageId: string; into: string; number: string }>()({
    about: "ticket",
    consequences: [],
    touches: nothing,
  }),
  /** Something of it went to an address outside, as a note says. */
  "ticket.forwarded": event<{ messageId: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  "ticket.marked_spam": event()({ about: "ticket", consequences: ["learn-ticket"], touches: nothing }),
  "ticket.deleted": event()({ about: "ticket", consequences: ["learn-ticket"], touches: nothing }),
  /** From being spam, or deleted. */
  "ticket.restored": event()({ about: "ticket", consequences: ["learn-ticket", "sync-freshdesk"], touches: nothing }),
  "ticket.person_added": event<{ personId: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  "ticket.person_removed": event<{ personId: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  /** The links in their mails open nothing any more. */
  "ticket.links_revoked": event<{ personId: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  "ticket.post_linked": event<{ postId: string; number: number }>()({
    about: "ticket",
    consequences: ["ask-supporters", "escalate-ticket"],
    touches: nothing,
  }),
  "ticket.post_unlinked": event<{ postId: string; number: number }>()({
    about: "ticket",
    consequences: ["ask-supporters"],
    touches: nothing,
  }),
  /** Its requester wants it to go a tier higher; somebody of the team lets it, or says why not. */
  "ticket.escalation_asked": event()({ about: "ticket", consequences: ["notify-people"], touches: nothing }),
  "ticket.escalation_accepted": event<{ from: number; to: number }>()({
    about: "ticket",
    consequences: ["notify-people"],
    touches: nothing,
    isUrgent: true,
  }),
  "ticket.escalation_refused": event<{ messageId: string }>()({ about: "ticket", consequences: [], touches: nothing }),
  /** What was promised is at risk, or was not kept; they happened when it came to be so, whenever that was noticed. */
  "ticket.at_risk": event<PromisedTime>()({
    about: "ticket",
    consequences: ["notify-people"],
    touches: nothing,
    isUrgent: true,
    variant: ({ target }) => target,
  }),
  "ticket.breached": event<PromisedTime>()({
    about: "ticket",
    consequences: ["escalate-ticket"],
    touches: nothing,
    variant: ({ target }) => target,
  }),
  /** PagerDuty was told of it. */
  "ticket.page_sent": event<Page>()({
    about: "ticket",
    consequences: [],
    touches: nothing,
    variant: ({ action }) => action,
    gaps: ({ reason }, _names, { t }) => ({ reason: t(`paging.reasons.${reason}`) }),
  }),
  "ticket.page_failed": event<Page & { answer: string }>()({
    about: "ticket",
    consequences: [],
    touches: nothing,
    variant: ({ action }) => action,
  }),
  "ticket.rated": event<Via & { rating: number }>()({
    about: "ticket",
    consequences: ["sync-freshdesk"],
    touches: nothing,
    variant: ({ via }) => via ?? "here",
  }),
};
