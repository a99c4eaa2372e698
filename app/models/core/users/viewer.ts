import type { Role } from "#db/schema/core/users";

export interface User {
  id: string;
  /** Null until the first sign-in has asked for it. */
  name: string | null;
  role: Role;
  language: string;
  /** Of their mail address; absent where it does not matter. */
  domain?: string;
  /** Boards that are shared with them, by id. */
  guestOf?: readonly number[];
  /** What the settings of the portal keep them from (./rights). */
  barred?: readonly Right[];
}

/** What people take part by. */
export type Right = "post" | "vote" | "comment";

/** The person who makes a request; null where nobody is signed in. */
export type Viewer = User | null;
