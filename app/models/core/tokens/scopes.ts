import { mayAdminister } from "../users/policy";
import type { User } from "../users/viewer";

interface Scope {
  /** Its sentence, `tokens.scope` in the catalogue. */
  words: "readTickets" | "writeTickets" | "writeSettings";
  /** Who is offered it; of what somebody may do, a token never allows more. */
  isFor: (viewer: User) => boolean;
}

/** What a token may be used for; a noun that the API knows adds its own. */
export const scopes = {
  "tickets:read": { words: "readTickets", isFor: () => true },
  "tickets:write": { words: "writeTickets", isFor: () => true },
  "settings:write": { words: "writeSettings", isFor: mayAdminister },
} as const satisfies Record<string, Scope>;

export type TokenScope = keyof typeof scopes;

export const scopeNames = Object.keys(scopes) as [TokenScope, ...TokenScope[]];

/** The scopes that somebody may choose from. */
export const scopesFor = (viewer: User): TokenScope[] => scopeNames.filter((name) => scopes[name].isFor(viewer));
