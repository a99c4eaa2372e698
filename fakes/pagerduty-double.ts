import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { keepAlive } from "./keep-alive";

/** An event as the Events API v2 takes it. */
interface PagerdutyEvent {
  routing_key: string;
  event_action: "trigger" | "acknowledge" | "resolve";
  dedup_key: string;
  payload?: { summary: string; source: string; severity: string; custom_details?: unknown };
  links?: { href: string; text?: string }[];
}

/** What somebody is woken by: the events of one key, from a trigger to what resolves it. */
interface Alert {
  key: string;
  status: "triggered" | "acknowledged" | "resolved";
  summary: string;
  severity: string;
  /** Triggers that were folded into it, the first included. */
  triggers: number;
}

export type PagerdutyFault =
  /** An answer that is no JSON; nothing is taken. */
  | { kind: "error"; status: number }
  /** The connection ends once the event is taken, so nobody hears that it is. */
  | { kind: "cut" }
  /** The answer takes its time; the event is taken whether or not somebody waits. */
  | { kind: "slow"; ms: number }
  /** Somebody in between says that all is well. */
  | { kind: "nonsense" };

interface Options {
  /** The only integration key that there is. */
  key?: string;
  /** Events in any 60 seconds. */
  rate?: number;
}

/** A server that keeps the documented rules of PagerDuty's Events API v2, and breaks where it is told to. */
export async function startPagerdutyDouble({ key = "0123456789abcdef0123456789abcdef", rate = 120 }: Options = {}) {
  const double = new PagerdutyDouble(key, rate);
  await double.start();
  return double;
}

const largest = 512 * 1024;
const minute = 60_000;

export class PagerdutyDouble {
  /** In the order in which they were opened. */
  readonly alerts: Alert[] = [];
  /** Every event that was taken, and the answers to all. */
  readonly taken: PagerdutyEvent[] = [];
  readonly statuses: number[] = [];
  /** How many events came in. */
  received = 0;
  readonly #faults: PagerdutyFault[] = [];
  #times: number[] = [];
  readonly #server = createServer(keepAlive, (request, response) => void this.#handle(request, response));

  constructor(
    readonly key: string,
    public rate: number,
  ) {}

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What goes wrong with the next events, one after the other. */
  fault(fault: PagerdutyFault, times = 1): void {
    for (let i = 0; i < times; i++) this.#faults.push(fault);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    this.received += 1;
    const say = (status: number, content: unknown) => {
      this.statuses.push(status);
      const text = typeof content === "string" ? content : JSON.stringify(content);
      response.writeHead(status, { "Content-Type": "application/json" }).end(text);
    };
    const fault = this.#faults.shift();
    if (fault?.kind === "error") return say(fault.status, "<html>Bad day</html>");
    if (fault?.kind === "nonsense") return say(200, "<html>Welcome to the hotel</html>");
    if (request.method !== "POST" || request.url !== "/v2/enqueue") return say(404, "");
    if (body.length > largest) return say(413, "");
    const event = asJson(body.toString()) as Partial<PagerdutyEvent>;
    const errors = faultsOf(event, this.key);
    if (errors.length > 0) return say(400, { status: "invalid event", message: "Event object is invalid", errors });
    if (this.#isTooMuch())
      return say(429, { status: "throttle exceeded", message: "Requests are arriving too quickly" });
    this.#take(event as PagerdutyEvent);
    if (fault?.kind === "cut") return void request.socket.destroy();
    if (fault?.kind === "slow") await pause(fault.ms);
    say(202, { status: "success", message: "Event processed", dedup_key: event.dedup_key });
  }

  #isTooMuch(): boolean {
    const now = Date.now();
    this.#times = this.#times.filter((time) => time > now - minute);
    if (this.#times.length >= this.rate) return true;
    this.#times.push(now);
    return false;
  }

  /** A trigger is folded into the open alert of its key; whatever else there is no open alert for is dropped. */
  #take(event: PagerdutyEvent): void {
    this.taken.push(event);
    const { dedup_key: key, event_action: action, payload } = event;
    const open = this.alerts.find((alert) => alert.key === key && alert.status !== "resolved");
    if (action === "trigger") {
      if (open) open.triggers += 1;
      else if (payload) {
        const { summary, severity } = payload;
        this.alerts.push({ key, status: "triggered", summary, severity, triggers: 1 });
      }
    } else if (open) open.status = action === "acknowledge" ? "acknowledged" : "resolved";
  }
}

const severities = ["critical", "error", "warning", "info"];

function faultsOf({ routing_key, event_action, dedup_key, payload, links }: Partial<PagerdutyEvent>, key: string) {
  const faults: string[] = [];
  if (typeof routing_key !== "string") faults.push("'routing_key' is missing or blank");
  else if (routing_key.length !== 32) faults.push("Length of 'routing_key' is incorrect (should be 32 characters)");
  else if (routing_key !== key) faults.push("Invalid routing key");
  if (!["trigger", "acknowledge", "resolve"].includes(event_action ?? "")) faults.push("'event_action' is invalid");
  if (!dedup_key || dedup_key.length > 255) faults.push("'dedup_key' is missing or too long");
  if (event_action !== "trigger") return faults;
  if (!payload?.summary || payload.summary.length > 1024) faults.push("'payload.summary' is missing or too long");
  if (!payload?.source) faults.push("'payload.source' is missing or blank");
  if (!severities.includes(payload?.severity ?? ""))
    faults.push(
      "'payload.severity' is invalid (must be one of the following: 'critical', 'warning', 'error' or 'info')",
    );
  if (links?.some(({ href }) => !href)) faults.push("'links.href' is missing or blank");
  return faults;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
