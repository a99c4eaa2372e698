import { accountRoutes } from "../routes/account";
import { contactRoutes } from "../routes/contacts";
import { conversationRoutes } from "../routes/conversations";
import { ratingRoutes } from "../routes/ratings";
import { searchRoutes } from "../routes/search";
import { ticketListRoutes } from "../routes/ticket-list";
import { ticketRoutes } from "../routes/tickets";
import type { Account } from "../state/account";
import type { Agent } from "../state/types";
import { type Answer, denied, invalidJson, notAllowed, notFound, Refusal, unauthorized } from "./answers";
import type { Call, Route } from "./call";
import { readMultipart } from "./multipart";
import type { RateLimit } from "./rate-limit";

const routes: Route[] = [
  ...ticketRoutes,
  ...ticketListRoutes,
  ...conversationRoutes,
  ...contactRoutes,
  ...accountRoutes,
  ...ratingRoutes,
  ...searchRoutes,
];

export interface Api {
  account: Account;
  rate: RateLimit;
  /** Agents by their key. */
  keys: Map<string, Agent>;
}

export interface ApiRequest {
  method: string;
  url: URL;
  headers: Record<string, string | undefined>;
  bytes: Buffer;
}

/** Answers one request and commits what it asks for; the limit is taken from first, whatever comes of it. */
export function answerApi(api: Api, request: ApiRequest): { answer: Answer; cost: number } {
  const path = request.url.pathname.replace(/^\/api\/v2/, "");
  const here = routes.filter((route) => route.path.test(path));
  const route = here.find(({ method }) => method === request.method);
  const cost = route?.cost?.(request.url.searchParams) ?? 1;
  if (!api.rate.take(cost, route?.limit)) return { answer: tooMany(api.rate.retryAfter()), cost };
  try {
    return { answer: run(api, request, route, here.length > 0), cost };
  } catch (error) {
    if (error instanceof Refusal) return { answer: error.answer, cost };
    throw error;
  }
}

export function tooMany(seconds: number): Answer {
  return {
    status: 429,
    body: { message: "You have exceeded the limit of requests per minute." },
    headers: { "retry-after": String(seconds) },
  };
}

function run({ account, keys }: Api, request: ApiRequest, route: Route | undefined, isKnown: boolean): Answer {
  const { method, url, headers } = request;
  const agent = keys.get(keyOf(headers.authorization));
  if (!agent) throw unauthorized();
  if (!/\*\/\*|application\/(json|\*)/.test(headers.accept ?? "*/*")) throw new Refusal({ status: 406 });
  if (!route) throw isKnown ? notAllowed() : notFound();
  if (agent.role === "observer" && method !== "GET") throw denied();
  const id = Number(route.path.exec(url.pathname.replace(/^\/api\/v2/, ""))?.[1] ?? 0);
  const call: Call = {
    account,
    agent,
    actor: { kind: "api", id: agent.id },
    method,
    id,
    query: url.searchParams,
    body: method === "POST" || method === "PUT" ? readBody(request) : {},
    here: `${url.origin}${url.pathname}`,
  };
  return route.run(call);
}

/** The user of the basic authorisation; its password may be anything. */
function keyOf(authorization = ""): string {
  const [, encoded = ""] = /^Basic (.+)$/i.exec(authorization) ?? [];
  return Buffer.from(encoded, "base64").toString().split(":")[0] ?? "";
}

function readBody({ bytes, headers }: ApiRequest): Record<string, unknown> {
  const type = headers["content-type"] ?? "";
  if (bytes.length === 0) return {};
  if (type.startsWith("multipart/form-data")) return readMultipart(bytes, type);
  if (!type.startsWith("application/json")) throw new Refusal({ status: 415 });
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw invalidJson();
  }
}
