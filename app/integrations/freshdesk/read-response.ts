import { z } from "zod";
import { FreshdeskError, type FreshdeskErrorKind, type FreshdeskProblem } from "./freshdesk-error";

/** A response of Freshdesk as it came, its body as text. */
export interface FreshdeskResponse {
  status: number;
  headers: Headers;
  text: string;
  isWrite: boolean;
}

const problem = z.object({
  field: z.string().nullish().default(null),
  code: z.string().nullish().default(null),
  message: z.string().catch("no reason given"),
});
const refusal = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  errors: z.array(problem).catch([]),
});

/** The JSON of a good response, null for an empty one; anything else is thrown as {@link FreshdeskError}. */
export function readResponse(response: FreshdeskResponse): unknown {
  const { status, text } = response;
  if (status < 200 || status > 299) throw explain(response);
  if (status === 204) return null;
  const json = parseJson(text);
  if (json === undefined) throw lost(response, "its answer was cut off or is no JSON");
  return json;
}

/** A response that cannot be used: nothing is known of a write then. */
export function lost(
  { status, isWrite, headers }: Pick<FreshdeskResponse, "status" | "isWrite" | "headers">,
  why: string,
) {
  const message = isWrite
    ? `Freshdesk may have done it or not: ${why} (${status}).`
    : `Freshdesk cannot be understood: ${why} (${status}).`;
  const details = { status, retryAfter: readRetryAfter(headers), requestId: headers.get("x-request-id") };
  return new FreshdeskError(isWrite ? "uncertain" : "unavailable", message, details);
}

const kinds: Record<number, FreshdeskErrorKind> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
  405: "conflict",
  409: "conflict",
  429: "rate-limited",
};

const sentences: Record<Exclude<FreshdeskErrorKind, "uncertain" | "unavailable">, string> = {
  "rate-limited": "Freshdesk has had too many calls in this minute",
  refused: "Freshdesk refused it",
  unauthorized: "Freshdesk does not accept the key",
  forbidden: "Freshdesk does not allow the key's agent to do this",
  "not-found": "Freshdesk knows nothing by that name",
  conflict: "Freshdesk cannot do this to it as it is now",
};

function explain(response: FreshdeskResponse): FreshdeskError {
  const { status, headers, text } = response;
  if (status >= 500 || status === 408) return lost(response, "it has a fault of its own");
  const kind = kinds[status] ?? "refused";
  const problems = readProblems(text);
  const reasons = problems.map(describe).join("; ").slice(0, 1000);
  const sentence = sentences[kind as keyof typeof sentences];
  return new FreshdeskError(kind, `${sentence} (${status})${reasons ? `: ${reasons}` : "."}`, {
    status,
    problems,
    retryAfter: readRetryAfter(headers),
    requestId: headers.get("x-request-id"),
  });
}

function readProblems(text: string): FreshdeskProblem[] {
  const parsed = refusal.safeParse(parseJson(text));
  if (!parsed.success) return [];
  const { code = null, message, description, errors } = parsed.data;
  if (errors.length > 0) return errors;
  const reason = message ?? description;
  return reason || code ? [{ field: null, code, message: reason ?? "no reason given" }] : [];
}

function describe({ field, code, message }: FreshdeskProblem): string {
  return `${field ? `${field} – ` : ""}${message}${code ? ` (${code})` : ""}`;
}

/** Milliseconds of a `Retry-After` in seconds, which may have fractions. */
export function readRetryAfter(headers: Headers): number | undefined {
  const seconds = Number.parseFloat(headers.get("retry-after") ?? "");
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : undefined;
}

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Undefined if it is none. Whole numbers too long for JavaScript become strings: ids may be that long. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(stringOrNumber, (token) => (/^\d{16,}$/.test(token) ? `"${token}"` : token)));
  } catch {
    return undefined;
  }
}
