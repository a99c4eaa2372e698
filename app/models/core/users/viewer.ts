import type { Role } from "#db/schema/core/users";

export interface User {
  id: string;
  /** Null until the first sign-in has asked for it. */
  name: string | null;
  role: Role;
  language: string;
}

/** The person who makes a request; null where nobody is signed in. */
export type Viewer = User | null;
