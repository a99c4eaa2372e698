import type { TicketPriority, TicketStatus } from "#db/schema/support/tickets";
import type { Words } from "../story";
import type { Asker } from "./guests";

/** Keys of the categories that every portal begins with. */
export type CategoryKey =
  | "general_inquiry"
  | "technical_issue"
  | "account_issue"
  | "bug_report"
  | "feature_request"
  | "security_issue";

/** Those of the team who look after tickets. */
type Agent = "gus" | "mona" | "ada";

/** Who did something, and how many days before the portal is seeded. */
interface Deed<Person> {
  day: number;
  by: Person;
}

/** One of the ticket's people does something, on its page unless by mail. */
export type AskerDeed =
  | (Deed<Asker> & { says: Words; source?: "mail" })
  | (Deed<Asker> & { solves: true })
  | (Deed<Asker> & { rates: number; why?: string })
  | (Deed<Asker> & { adds: Asker });

export type AgentDeed =
  /** `next` is what the ticket is to be afterwards, where it is not the usual. */
  | (Deed<Agent> & { answers: Words; next?: TicketStatus })
  | (Deed<Agent> & { notes: Words })
  | (Deed<Agent> & { takes: true })
  | (Deed<Agent> & { handsTo: Agent })
  | (Deed<Agent> & { priority: TicketPriority })
  | (Deed<Agent> & { category: CategoryKey })
  | (Deed<Agent> & { tags: string[] })
  | (Deed<Agent> & { restricts: true })
  /** The title of the post that the ticket is about. */
  | (Deed<Agent> & { post: string })
  /** Merged into the ticket of this subject. */
  | (Deed<Agent> & { into: string })
  | (Deed<Agent> & { to: TicketStatus })
  | (Deed<Agent> & { putsAway: "spam" | "deleted" });

export type TicketDeed = AskerDeed | AgentDeed;

/** A ticket and all that became of it. */
export interface TicketStory extends Deed<Asker> {
  subject: string;
  category: CategoryKey;
  source?: "mail";
  says: Words;
  /** In order. */
  since?: TicketDeed[];
}
