import type { Query } from "./plans/capture";

/** What is asked of the database with nothing in between. */
export type BareWork =
  /** The statements of a page, one after the other; of several pages in turn. */
  | { kind: "pages"; pages: Query[][] }
  | { kind: "votes"; posts: string[]; users: string[] }
  | { kind: "comments"; posts: string[]; users: string[]; text: string }
  | { kind: "moves"; posts: string[]; users: string[] };

export interface BareOrder {
  url: string;
  work: BareWork;
  from: number;
  connections: number;
  seconds: number;
}
