import type { Account } from "../state/account";
import type { Actor, Agent } from "../state/types";
import type { Answer } from "./answers";

/** A request that has passed the door: its agent is known and its body understood. */
export interface Call {
  account: Account;
  agent: Agent;
  actor: Actor;
  method: string;
  /** The part of the path in the route's brackets, such as a ticket's number. */
  id: number;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** The address without its query. */
  here: string;
}

export interface Route {
  method: string;
  /** Of the path after `/api/v2`. */
  path: RegExp;
  /** Its own limit per minute, beside the account's. */
  limit?: "create" | "update" | "list" | "contacts";
  /** Calls that it costs; 1 unless said otherwise. */
  cost?: (query: URLSearchParams) => number;
  run: (call: Call) => Answer;
}

/** `requester,stats` of `?include=`. */
export function included(query: URLSearchParams): string[] {
  return (query.get("include") ?? "").split(",").filter(Boolean);
}
