import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import type { WriteOutcome } from "~/models/support/freshdesk/settle-write.server";

const second = 1000;
const hour = 3600 * second;
/** Of trying: as long as Freshdesk itself may be away, and a weekend. */
const longest = 72 * hour;
/** Milliseconds before a write is looked for whose response was lost: it may still be under way. */
const settling = 15 * second;

/** Milliseconds before the next try: five seconds, then twice as long each time, up to an hour. */
export const backOff = (attempts: number): number => Math.min(hour, 5 * second * 2 ** Math.max(0, attempts - 1));

interface Tried {
  attempts: number;
  createdAt: number;
  now: Date;
  /** It went wrong while we looked for what may have arrived before. */
  isLooking: boolean;
}

/** What becomes of a write that went wrong; anything but a response of Freshdesk's is a fault of ours, and thrown. */
export function outcomeOf(error: unknown, { attempts, createdAt, now, isLooking }: Tried): WriteOutcome {
  if (!(error instanceof FreshdeskError)) throw error;
  const { kind, message: response, problems, retryAfter = 0 } = error;
  const later = (ms: number) => new Date(now.getTime() + ms);
  switch (kind) {
    case "uncertain":
      return { state: "uncertain", response, dueAt: later(settling) };
    case "rate-limited":
    case "unavailable": {
      if (now.getTime() - createdAt > longest) return { state: "refused", response, problems };
      return {
        state: isLooking ? "uncertain" : "queued",
        response,
        dueAt: later(Math.max(retryAfter, backOff(attempts))),
      };
    }
    case "unauthorized":
      return { state: isLooking ? "uncertain" : "queued", response, dueAt: now };
    case "not-found":
    case "conflict":
      return { state: "dropped", reason: "ticket-gone" };
    case "refused":
    case "forbidden":
      return { state: "refused", response, problems };
  }
}
