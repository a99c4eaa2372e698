export type FreshdeskErrorKind =
  /** Too many calls; {@link FreshdeskError.retryAfter} says when to come back. Nothing was done. */
  | "rate-limited"
  /** Nobody answered, or not in a way that we understand. Nothing was done. */
  | "unavailable"
  /** The response to a write was lost: it may have happened or not. Look before sending it again. */
  | "uncertain"
  /** Freshdesk will not take it; {@link FreshdeskError.problems} names fields and codes. Another try changes nothing. */
  | "refused"
  /** The key is wrong. Everything is refused until the breaker is reset. */
  | "unauthorized"
  /** The agent behind the key may not, or the account's plan lacks it. */
  | "forbidden"
  | "not-found"
  /** It is taken already, or lies in the bin or in spam where nothing can be written to it. */
  | "conflict";

/** One thing that Freshdesk did not like, such as `status`, `invalid_value`. */
export interface FreshdeskProblem {
  field: string | null;
  code: string | null;
  message: string;
}

interface Details {
  status?: number;
  retryAfter?: number;
  problems?: FreshdeskProblem[];
  requestId?: string | null;
  cause?: unknown;
}

/** Everything that can go wrong with a call; its message is fit for an administrator. */
export class FreshdeskError extends Error {
  override readonly name = "FreshdeskError";
  readonly status: number | undefined;
  /** Milliseconds. */
  readonly retryAfter: number | undefined;
  readonly problems: FreshdeskProblem[];
  /** Freshdesk's own, for its support. */
  readonly requestId: string | null;

  constructor(
    readonly kind: FreshdeskErrorKind,
    message: string,
    { status, retryAfter, problems = [], requestId = null, cause }: Details = {},
  ) {
    super(message, { cause });
    this.status = status;
    this.retryAfter = retryAfter;
    this.problems = problems;
    this.requestId = requestId;
  }
}
