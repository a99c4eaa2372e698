import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { keepAlive } from "../../keep-alive";
import type { Clock } from "../clock";
import type { Answer } from "./answers";
import { type Api, type ApiRequest, answerApi, tooMany } from "./api";
import type { CallFault, Faults } from "./faults";

/** A line of the log of requests. */
export interface LoggedCall {
  at: number;
  method: string;
  /** With its query. */
  path: string;
  body: string;
  /** What was committed and answered, even when nobody got to see it; 0 if it was cut off before. */
  status: number;
  fault?: CallFault;
}

interface Simulation extends Api {
  clock: Clock;
  faults: Faults;
  requests: LoggedCall[];
  /** Everything that is not the API: the page of the agents. */
  page: (request: ApiRequest) => Promise<{ status: number; html?: string; location?: string }>;
}

export function serve(simulation: Simulation): Server {
  return createServer(keepAlive, (request, response) => {
    handle(simulation, request, response).catch((error) => {
      if (response.headersSent) return void response.destroy();
      response.writeHead(500, { "content-type": "text/plain" }).end(`The simulator is broken: ${error.stack}`);
    });
  });
}

async function handle(simulation: Simulation, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request: ApiRequest = {
    method: incoming.method ?? "GET",
    url: new URL(incoming.url ?? "/", `http://${incoming.headers.host}`),
    headers: incoming.headers as Record<string, string | undefined>,
    bytes: await readAll(incoming),
  };
  if (request.url.pathname.startsWith("/api/v2/")) return handleCall(simulation, request, response);
  const { status, html = "", location } = await simulation.page(request);
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...(location && { location }) }).end(html);
}

async function handleCall(simulation: Simulation, request: ApiRequest, response: ServerResponse): Promise<void> {
  const { clock, faults, rate, requests } = simulation;
  const path = request.url.pathname + request.url.search;
  const logged: LoggedCall = { at: clock.now(), method: request.method, path, body: bodyText(request), status: 0 };
  requests.push(logged);
  const fault = faults.forCall(request.method, path);
  if (fault) logged.fault = fault;
  if (fault === "cut-before-commit") return void response.socket?.destroy();
  if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, faults.slowness));
  const faulty = fault && instead(fault, faults);
  if (faulty) rate.take(1);
  const { answer, cost } = faulty ? { answer: faulty, cost: 1 } : answerApi(simulation, request);
  logged.status = answer.status;
  if (fault === "cut-after-commit") return void response.socket?.destroy();
  send(response, answer, rate.headers(cost, fault === "float-headers"), fault === "truncated");
}

/** Answers that are given without doing anything. */
function instead(fault: CallFault, { retryAfter }: Faults): Answer | undefined {
  if (fault === "rate-limited") return tooMany(retryAfter);
  if (fault === "not-found") return { status: 404 };
  if (fault === "server-error") {
    return { status: 500, body: { code: "internal_error", message: "We're sorry, but something went wrong." } };
  }
  if (fault === "html") {
    return { status: 503, body: "<html><body><h1>We are down for maintenance</h1></body></html>" };
  }
  return undefined;
}

function send(response: ServerResponse, answer: Answer, limits: Record<string, string>, isTruncated: boolean): void {
  const isHtml = typeof answer.body === "string";
  const whole = isHtml ? (answer.body as string) : answer.body === undefined ? "" : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    "content-type": isHtml ? "text/html" : "application/json; charset=utf-8",
    "X-Freshdesk-Api-Version": "latest=v2; requested=v2",
    "X-Request-Id": randomUUID(),
    ...limits,
    ...answer.headers,
  });
  response.end(isTruncated ? whole.slice(0, Math.floor(whole.length / 2)) : whole);
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function bodyText({ bytes, headers }: ApiRequest): string {
  return headers["content-type"]?.startsWith("multipart") ? `${bytes.length} bytes` : bytes.toString();
}
