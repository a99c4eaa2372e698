import type { Role } from "#db/schema/core/users";
import type { DeliveryKind } from "#db/schema/telling/deliveries";

/** A mail that is to be written. */
export interface QueuedMail {
  id: string;
  kind: DeliveryKind;
  /** Null where it goes to somebody without an account. */
  reader: Reader | null;
}

export interface Reader {
  userId: string;
  name: string | null;
  language: string;
  timeZone: string;
  role: Role;
  /** They may not sign in any more. */
  isBlocked: boolean;
  /** They want mail about posts. */
  wantsMail: boolean;
}
