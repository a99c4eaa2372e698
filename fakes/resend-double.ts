import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { keepAlive } from "./keep-alive";

/** A mail as Resend's API takes it. */
export interface ResendMail {
  id: string;
  from: string;
  to: string[];
  subject: string;
  html?: string;
  text?: string;
  headers?: Record<string, string>;
  tags?: { name: string; value: string }[];
}

export interface ResendRequest {
  path: string;
  idempotencyKey: string | undefined;
  body: unknown;
  /** 0 where the connection was cut instead. */
  status: number;
  /** Milliseconds since 1970. */
  at: number;
}

export type ResendFault =
  /** An answer of 500 whose body is no JSON; nothing is taken. */
  | { kind: "broken" }
  /** The connection ends once the mail is taken, so nobody hears that it is. */
  | { kind: "cut" }
  /** The answer takes its time; the mail is taken whether or not somebody waits. */
  | { kind: "slow"; ms: number }
  | { kind: "quota"; period: "daily" | "monthly" }
  | { kind: "error"; status: number; name: string; headers?: Record<string, string> };

interface Options {
  /** Requests a second. */
  rate?: number;
  key?: string;
}

/** A server that keeps the documented rules of Resend's API, and breaks where it is told to. */
export async function startResendDouble({ rate = 1000, key = "re_double" }: Options = {}) {
  const double = new ResendDouble(rate, key);
  await double.start();
  return double;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    override readonly name: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

type Answer = { id: string } | { data: { id: string }[]; errors?: { index: number; message: string }[] };

export class ResendDouble {
  /** Every mail that was taken, each once. */
  readonly mails: ResendMail[] = [];
  readonly requests: ResendRequest[] = [];
  /** Mails to these are refused, alone or by their place in a batch. */
  readonly refused = new Set<string>();
  /** Mails to these have a whole batch refused, permissive or not. */
  readonly poison = new Set<string>();
  /** Mails that came in, as they came (RFC 5322), by Resend's ids. */
  readonly received = new Map<string, Uint8Array>();
  /** Whether the bytes of those can be had. */
  isStoreUp = true;
  readonly #faults: ResendFault[] = [];
  readonly #memory = new Map<string, { body: string; answer?: Answer }>();
  readonly #server = createServer(keepAlive, (request, response) => void this.#handle(request, response));
  #second = 0;
  #count = 0;

  constructor(
    readonly rate: number,
    readonly key: string,
  ) {}

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What goes wrong with the next requests that are in order, one after the other. */
  fault(fault: ResendFault, times = 1): void {
    for (let i = 0; i < times; i++) this.#faults.push(fault);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const path = request.url ?? "";
    const raw = this.received.get(/^\/raw\/([^/]+)$/.exec(path)?.[1] ?? "");
    if (raw) return void response.writeHead(this.isStoreUp ? 200 : 503).end(this.isStoreUp ? raw : "");
    const idempotencyKey = one(request.headers["idempotency-key"]);
    const seen: ResendRequest = { path, idempotencyKey, body: asJson(body), status: 0, at: Date.now() };
    this.requests.push(seen);
    const pace = this.#pace();
    const send = (status: number, content: string, headers: Record<string, string> = {}) => {
      seen.status = status;
      response.writeHead(status, { "Content-Type": "application/json", ...pace.headers, ...headers }).end(content);
    };
    try {
      this.#admit(request, pace.isOver);
      const fault = this.#faults.shift();
      if (fault?.kind === "broken") return send(500, "<html>Bad day</html>");
      if (fault?.kind === "quota") {
        throw new Refusal(429, `${fault.period}_quota_exceeded`, `You have reached your ${fault.period} email quota.`);
      }
      if (fault?.kind === "error") throw new Refusal(fault.status, fault.name, "As it was told to.", fault.headers);
      if (request.method === "GET") return send(200, JSON.stringify(this.#describeReceived(path)));
      const isPermissive = one(request.headers["x-batch-validation"]) === "permissive";
      const wait = fault?.kind === "slow" ? fault.ms : 0;
      const answer = await this.#once(idempotencyKey, `${path} ${body}`, wait, () =>
        path === "/emails/batch" ? this.#takeBatch(asJson(body), isPermissive) : this.#takeOne(path, asJson(body)),
      );
      if (fault?.kind === "cut") return void request.socket.destroy();
      send(200, JSON.stringify(answer));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, name, message, headers } = error;
      send(status, JSON.stringify({ statusCode: status, name, message }), headers);
    }
  }

  #pace() {
    const second = Math.floor(Date.now() / 1000);
    this.#count = second === this.#second ? this.#count + 1 : 1;
    this.#second = second;
    const reset = String(Math.ceil((second + 1) * 1000 - Date.now()) / 1000);
    const remaining = String(Math.max(0, this.rate - this.#count));
    const headers = {
      "ratelimit-limit": String(this.rate),
      "ratelimit-remaining": remaining,
      "ratelimit-reset": reset,
    };
    return { headers, isOver: this.#count > this.rate };
  }

  #admit({ method, headers }: IncomingMessage, isTooFast: boolean): void {
    if (!headers.authorization)
      throw new Refusal(401, "missing_api_key", "Missing API key in the authorization header.");
    if (headers.authorization !== `Bearer ${this.key}`)
      throw new Refusal(403, "invalid_api_key", "API key is invalid.");
    if (isTooFast) {
      const message = `Too many requests. You can only make ${this.rate} requests per second.`;
      throw new Refusal(429, "rate_limit_exceeded", message, { "retry-after": "1" });
    }
    if (method === "GET") return;
    if (method !== "POST") throw new Refusal(405, "method_not_allowed", "Method is not allowed.");
    if (!headers["content-type"]?.startsWith("application/json")) throw invalid("The body has to be JSON.");
  }

  /** The same key and body get the first answer again; errors are not remembered. */
  async #once(key: string | undefined, body: string, wait: number, take: () => Answer): Promise<Answer> {
    if (key === undefined) return take();
    if (key.length < 1 || key.length > 256) {
      throw new Refusal(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
    }
    const known = this.#memory.get(key);
    if (known && known.body !== body) {
      throw new Refusal(409, "invalid_idempotent_request", "This idempotency key was used with a different payload.");
    }
    if (known?.answer) return known.answer;
    if (known) {
      throw new Refusal(409, "concurrent_idempotent_requests", "Another request with this key is in progress.");
    }
    const entry: { body: string; answer?: Answer } = { body };
    this.#memory.set(key, entry);
    try {
      if (wait) await pause(wait);
      entry.answer = take();
      return entry.answer;
    } catch (error) {
      this.#memory.delete(key);
      throw error;
    }
  }

  /** What is said of a mail that came in; its bytes lie elsewhere, and need no key. */
  #describeReceived(path: string) {
    const [, id = ""] = /^\/emails\/receiving\/([^/?]+)/.exec(path) ?? [];
    if (!this.received.has(id)) throw new Refusal(404, "not_found", "Email not found");
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    return { object: "email", id, attachments: [], raw: { download_url: `${this.url}/raw/${id}`, expires_at } };
  }

  #takeOne(path: string, body: unknown): Answer {
    if (path !== "/emails") throw new Refusal(404, "not_found", "The requested endpoint does not exist.");
    const fault = this.#faultOf(body);
    if (fault) throw fault;
    return { id: this.#keep(body) };
  }

  #takeBatch(body: unknown, isPermissive: boolean): Answer {
    if (!Array.isArray(body)) throw invalid("The body has to be an array.");
    if (body.length === 0 || body.length > 100) throw invalid("A batch has 1 to 100 emails.");
    const poisoned = body.some(({ to }) => [to].flat().some((address) => this.poison.has(address)));
    if (poisoned) throw invalid("Invalid `to` field.");
    const faults = body.map((mail) =>
      mail.attachments ? invalid("Attachments are not supported in batches.") : this.#faultOf(mail),
    );
    const first = faults.find(Boolean);
    if (first && !isPermissive) throw first;
    const taken = body.filter((_mail, i) => !faults[i]);
    const errors = faults.flatMap((fault, index) => (fault ? [{ index, message: fault.message }] : []));
    return { data: taken.map((mail) => ({ id: this.#keep(mail) })), ...(isPermissive && { errors }) };
  }

  #faultOf(body: unknown): Refusal | undefined {
    const mail = (body ?? {}) as Partial<ResendMail>;
    for (const field of ["from", "to", "subject"] as const) {
      if (!mail[field]) return new Refusal(422, "missing_required_field", `Missing \`${field}\` field.`);
    }
    if (!mail.html && !mail.text) return new Refusal(422, "missing_required_field", "Missing `html` or `text` field.");
    if (!isAddress(mail.from)) return new Refusal(422, "invalid_from_address", "Invalid `from` field.");
    const to = [mail.to ?? []].flat();
    if (to.length > 50) return invalid("The `to` field takes 50 addresses at most.");
    const bad = to.find((address) => !isAddress(address) || this.refused.has(address) || this.poison.has(address));
    if (bad) return invalid(`Invalid \`to\` field: ${bad}`);
    const tags = mail.tags ?? [];
    const isTag = (word: unknown) => typeof word === "string" && /^[\w-]{1,256}$/.test(word);
    if (!tags.every(({ name, value }) => isTag(name) && isTag(value))) {
      return invalid("Tags should only contain ASCII letters, numbers, underscores, or dashes.");
    }
  }

  #keep(body: unknown): string {
    const mail = body as Omit<ResendMail, "id">;
    const id = crypto.randomUUID();
    this.mails.push({ ...mail, to: [mail.to].flat(), id });
    return id;
  }
}

const invalid = (message: string) => new Refusal(422, "validation_error", message);

const isAddress = (value: unknown): boolean =>
  typeof value === "string" && /^([^<>]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(value);

const one = (header: string | string[] | undefined): string | undefined => [header].flat()[0];

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return;
  }
}
