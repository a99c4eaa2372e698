import type { Requests } from "./requests";

export interface LoadOrder {
  origin: string;
  requests: Requests;
  /** The number of the first request. */
  from: number;
  connections: number;
  seconds: number;
}

export interface LoadResult {
  answered: number;
  /** Includes those under way when the time was over. */
  sent: number;
  failed: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Votes whose page was read directly afterwards, and how often it did not show them. */
  checked: number;
  unseen: number;
}
