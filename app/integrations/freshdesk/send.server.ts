import type { Log } from "~/log.server";
import { FreshdeskError } from "./freshdesk-error";
import type { Endpoint } from "./limits";
import type { Pacer, Priority } from "./pacer.server";
import { type FreshdeskResponse, readResponse } from "./read-response";

export interface Ask {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** After `/api/v2`. */
  path: string;
  query?: Record<string, string | number | undefined>;
  /** JSON, or a form with files. */
  body?: unknown;
  priority: Priority;
  cost?: number;
  endpoint?: Endpoint;
}

export interface Connection {
  /** `https://acme.freshdesk.com` */
  origin: string;
  apiKey: string;
  pacer: Pacer;
  /** Milliseconds for one try. */
  timeout: number;
  /** Tries for what may safely be sent again. */
  tries: number;
  log?: Log;
}

const patience = 60_000;

/**
 * Sends one call when its turn has come and gives back its JSON and headers. What Freshdesk surely has not done is
 * tried again a few times; a write whose response was lost never is. Throws {@link FreshdeskError}.
 */
export async function send(connection: Connection, ask: Ask): Promise<{ json: unknown; headers: Headers }> {
  const { pacer, tries } = connection;
  const turn = { priority: ask.priority, cost: ask.cost ?? 1, endpoint: ask.endpoint };
  for (let attempt = 1; ; attempt++) {
    try {
      return await pacer.run(turn, () => sendOnce(connection, ask));
    } catch (error) {
      if (!(error instanceof FreshdeskError)) throw error;
      if (error.kind === "unauthorized") pacer.break(error);
      if (pacer.brokenBy || attempt >= tries || !isWorthAnother(error)) throw error;
      // A limit is waited for by the pacer, for all calls together.
      if (error.kind !== "rate-limited") await pacer.clock.sleep(error.retryAfter ?? 250 * 2 ** attempt);
    }
  }
}

function isWorthAnother({ kind, retryAfter = 0 }: FreshdeskError): boolean {
  return (kind === "rate-limited" || kind === "unavailable") && retryAfter <= patience;
}

async function sendOnce(connection: Connection, ask: Ask): Promise<{ json: unknown; headers: Headers }> {
  const { pacer, log } = connection;
  if (pacer.brokenBy) throw pacer.brokenBy;
  const started = performance.now();
  const response = await exchange(connection, ask);
  pacer.learn(response.status, response.headers, ask.cost ?? 1);
  log?.debug(
    {
      method: ask.method,
      path: ask.path,
      status: response.status,
      ms: Math.round(performance.now() - started),
      left: pacer.known.left,
      requestId: response.headers.get("x-request-id"),
    },
    "freshdesk",
  );
  return { json: readResponse(response), headers: response.headers };
}

async function exchange({ origin, apiKey, timeout }: Connection, ask: Ask): Promise<FreshdeskResponse> {
  const isForm = ask.body instanceof FormData;
  const isWrite = ask.method !== "GET";
  try {
    const response = await fetch(addressOf(origin, ask), {
      method: ask.method,
      headers: {
        accept: "application/json",
        authorization: `Basic ${Buffer.from(`${apiKey}:X`).toString("base64")}`,
        ...(ask.body !== undefined && !isForm && { "content-type": "application/json" }),
      },
      body: isForm ? (ask.body as FormData) : ask.body === undefined ? undefined : JSON.stringify(ask.body),
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    const text = response.ok ? await response.text() : await response.text().catch(() => "");
    return { status: response.status, headers: response.headers, text, isWrite };
  } catch (error) {
    throw lostResponse(error, isWrite);
  }
}

function addressOf(origin: string, { path, query = {} }: Ask): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  const search = new URLSearchParams(given).toString();
  return `${origin}/api/v2${path}${search && `?${search}`}`;
}

/** Error codes of connections that fail before anything is sent. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function lostResponse(error: unknown, isWrite: boolean): FreshdeskError {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  const code = cause?.code ?? (name === "TimeoutError" ? "time-out" : name);
  if (!isWrite || neverSent.has(code)) {
    return new FreshdeskError("unavailable", `Freshdesk does not answer (${code}).`, { cause: error });
  }
  const message = `Freshdesk may have done it or not: its answer was lost (${code}).`;
  return new FreshdeskError("uncertain", message, { cause: error });
}
