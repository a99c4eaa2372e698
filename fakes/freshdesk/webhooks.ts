import { type Clock, minute } from "./clock";
import type { Faults, WebhookFault } from "./http/faults";
import { plain } from "./http/present";
import type { Account } from "./state/account";
import { labelOf } from "./state/fields";
import type { Actor, Change, Ticket } from "./state/types";

export interface WebhookRule {
  url: string;
  secret?: string;
  /** How the secret travels: in this header, or as the password of a basic authorisation. */
  secretIn?: "basic" | { header: string };
  on?: Change["on"][];
  /** Whose doings count; everybody's unless said otherwise, so that our own writes come back as echoes. */
  performers?: Actor["kind"][];
  /** Tick boxes, or a template of one's own with placeholders that nobody escapes. */
  layout?: "simple" | { template: string };
}

export interface Delivery {
  at: number;
  url: string;
  body: string;
  ticketId: number;
  /** Of the answer; 0 when nobody answered. */
  status: number;
  attempt: number;
  fault?: WebhookFault;
}

const patience = [5 * minute, 30 * minute, 60 * minute];
const delay = 10 * minute;

/** Automation rules that call webhooks: unsigned, in no promised order, tried again after 5, 30 and 60 minutes. */
export class Webhooks {
  readonly deliveries: Delivery[] = [];
  readonly #rules: WebhookRule[] = [];
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #heldBack: (() => Promise<void>)[] = [];

  constructor(
    readonly account: Account,
    readonly clock: Clock,
    readonly faults: Faults,
  ) {
    account.onChange((change) => this.#consider(change));
  }

  add(rule: WebhookRule): void {
    this.#rules.push(rule);
  }

  /** Waits until nothing is on its way; what was held back goes out first. Later tries stay with the clock. */
  async settle(): Promise<void> {
    for (const release of this.#heldBack.splice(0)) void release();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #consider(change: Change): void {
    for (const rule of this.#rules) {
      if (!(rule.on ?? ["create", "update"]).includes(change.on)) continue;
      if (rule.performers && !rule.performers.includes(change.actor.kind)) continue;
      this.#emit(rule, change);
    }
  }

  #emit(rule: WebhookRule, change: Change): void {
    const fault = this.faults.forWebhook();
    const values = placeholders(this.account, change, fault === "renamed-labels");
    const whole = write(rule, values);
    const body = fault === "broken-json" ? whole.replace(/"([^"]*)"\s*}/, '"a "quoted"\n$1"}') : whole;
    const send = () => this.#send(rule, { body, ticketId: change.ticket.id, fault });
    if (fault === "lost") this.deliveries.push(this.#lost(rule, change, body));
    else if (fault === "delayed") this.clock.after(delay, send);
    else if (fault === "reordered") this.#heldBack.push(send);
    else {
      const held = this.#heldBack.splice(0);
      this.#track(send().then(() => Promise.all(held.map((release) => release()))));
      if (fault === "doubled") send();
    }
  }

  #lost({ url }: WebhookRule, { ticket }: Change, body: string): Delivery {
    return { at: this.clock.now(), url, body, ticketId: ticket.id, status: 0, attempt: 0, fault: "lost" };
  }

  #send(rule: WebhookRule, what: Pick<Delivery, "body" | "ticketId" | "fault">, attempt = 1): Promise<void> {
    const sending = this.#post(rule, what, attempt).then((status) => {
      const wait = patience[attempt - 1];
      if ((status < 200 || status > 299) && wait) this.clock.after(wait, () => this.#send(rule, what, attempt + 1));
    });
    return this.#track(sending);
  }

  async #track(work: Promise<unknown>): Promise<void> {
    this.#underWay.add(work);
    await work;
    this.#underWay.delete(work);
  }

  async #post(
    rule: WebhookRule,
    what: Pick<Delivery, "body" | "ticketId" | "fault">,
    attempt: number,
  ): Promise<number> {
    const delivery: Delivery = { at: this.clock.now(), url: rule.url, ...what, status: 0, attempt };
    this.deliveries.push(delivery);
    try {
      const headers = { "content-type": "application/json", ...authorization(rule) };
      const answer = await fetch(rule.url, { method: "POST", headers, body: what.body, redirect: "manual" });
      await answer.arrayBuffer();
      delivery.status = answer.status;
    } catch {
      delivery.status = 0;
    }
    return delivery.status;
  }
}

function authorization({ secret, secretIn = { header: "X-Webhook-Secret" } }: WebhookRule): Record<string, string> {
  if (!secret) return {};
  if (secretIn !== "basic") return { [secretIn.header]: secret };
  return { authorization: `Basic ${Buffer.from(`freshdesk:${secret}`).toString("base64")}` };
}

function write({ layout = "simple" }: WebhookRule, values: Record<string, string>): string {
  if (layout !== "simple") {
    return layout.template.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => values[name] ?? "");
  }
  const names = Object.entries(values).map(([name, value]) => [name.replace(/\./g, "_"), value]);
  return JSON.stringify({ freshdesk_webhook: Object.fromEntries(names) });
}

/** What a rule knows of a change: labels instead of numbers, and private comments too. */
function placeholders(account: Account, change: Change, isRenamed: boolean): Record<string, string> {
  const { ticket } = change;
  const contact = account.contacts.get(ticket.requester_id);
  const company = ticket.company_id === null ? undefined : account.companies.get(ticket.company_id);
  const label = (name: string, value: number) =>
    isRenamed ? `${labelOf(account.fields, name, value)} (neu)` : labelOf(account.fields, name, value);
  return {
    "ticket.id": isRenamed ? `INC-${ticket.id}` : String(ticket.id),
    "ticket.subject": ticket.subject,
    "ticket.description": ticket.description,
    "ticket.url": `https://acme.freshdesk.com/helpdesk/tickets/${ticket.id}`,
    "ticket.status": label("status", ticket.status),
    "ticket.priority": label("priority", ticket.priority),
    "ticket.source": label("source", ticket.source),
    "ticket.tags": ticket.tags.join(", "),
    "ticket.contact.name": contact?.name ?? "",
    "ticket.contact.email": contact?.email ?? "",
    "ticket.company.name": company?.name ?? "",
    "ticket.latest_public_comment": latest(account, ticket, false),
    "ticket.latest_private_comment": latest(account, ticket, true),
    helpdesk_name: "Acme",
    triggered_event: triggered(account, change),
  };
}

function latest(account: Account, ticket: Ticket, isPrivate: boolean): string {
  const comment = account.conversations.get(ticket.id)?.findLast((one) => one.private === isPrivate);
  const author = account.agents.get(comment?.user_id ?? 0)?.name ?? account.contacts.get(comment?.user_id ?? 0)?.name;
  return comment ? `${author ?? "Somebody"} : ${isPrivate ? plain(comment.body) : comment.body}` : "";
}

/** Without quotes, as Freshdesk writes it: `{status:{from:Open,to:Pending}}`. */
function triggered(account: Account, { fields }: Change): string {
  const name = (field: string, value: unknown) =>
    typeof value === "number" ? labelOf(account.fields, field, value) : String(value);
  const parts = Object.entries(fields).map(
    ([field, [from, to]]) => `${field}:{from:${name(field, from)},to:${name(field, to)}}`,
  );
  return `{${parts.join(",")}}`;
}
