import type { Role } from "#db/schema/core/users";

export interface User {
  id: string;
  /** Null until the first sign-in has asked for it. */
  name: string | null;
  role: Role;
  language: string;
}

/** Whoever looks: somebody who is signed in, or nobody. */
export type Viewer = User | null;
