import { type Clock, minute, second } from "../clock";
import { stockFields } from "./fields";
import type {
  Agent,
  Attachment,
  Change,
  Company,
  Contact,
  Conversation,
  Mail,
  Rating,
  Ticket,
  TicketField,
} from "./types";

export interface Habits {
  /** Due dates appear that long after the write. */
  dueDelay: number;
  /** The search knows of a write that long after it. */
  searchLag: number;
  /** How a removed ticket answers to its number: with its flag, or not at all. */
  removed: "flagged" | "forbidden" | "missing";
  /** The last page that a list has. */
  lastPage: number;
}

const habits: Habits = { dueDelay: 5 * second, searchLag: 3 * minute, removed: "flagged", lastPage: 300 };

/** Everything that one customer of Freshdesk keeps there. */
export class Account {
  readonly tickets = new Map<number, Ticket>();
  readonly conversations = new Map<number, Conversation[]>();
  readonly contacts = new Map<number, Contact>();
  readonly companies = new Map<number, Company>();
  readonly agents = new Map<number, Agent>();
  readonly attachments = new Map<number, Attachment>();
  readonly fields: TicketField[] = stockFields();
  /** Mails that Freshdesk would have sent to customers. */
  readonly mails: Mail[] = [];
  readonly ratings: Rating[] = [];
  readonly habits: Habits;
  readonly #listeners: ((change: Change) => void)[] = [];
  #lastTicket = 100;
  #lastId = 43_000_000_000;

  constructor(
    readonly clock: Clock,
    own: Partial<Habits> = {},
  ) {
    this.habits = { ...habits, ...own };
  }

  nextTicket = (): number => ++this.#lastTicket;
  nextId = (): number => ++this.#lastId;

  /** Tells automation rules. */
  tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  addAgent(name: string, email: string, role: Agent["role"] = "admin"): Agent {
    const agent = { id: this.nextId(), name, email, role };
    this.agents.set(agent.id, agent);
    return agent;
  }

  addCompany(name: string, domains: string[] = []): Company {
    const at = this.clock.now();
    const company = { id: this.nextId(), name, domains, created_at: at, updated_at: at };
    this.companies.set(company.id, company);
    return company;
  }
}
