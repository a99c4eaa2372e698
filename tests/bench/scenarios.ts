import type { BareWork } from "./bare-order";
import type { Query } from "./plans/capture";
import type { Requests } from "./requests";
import type { Received } from "./response";

/** Rows that a scenario makes, one with every request that is answered. */
export type Written = "votes" | "comments" | "moves";

export interface Scenario {
  name: string;
  requests: Requests;
  /** Throws unless the response to the first request is what it should be. */
  check(response: Received): void;
  /** Whether the app may answer from its cache; else it has none. */
  isCached?: boolean;
  /** What the database is asked for it, alone. */
  bare?: BareWork;
  /** What Express is asked for as JSON. */
  json?: Query[];
  /** What others do meanwhile, on connections of their own. */
  background?: Requests;
  writes?: Written;
}
