import type { Role } from "#db/schema/core/users";
import { event } from "../event-row";
import { everything, nothing } from "../touches";

export const userEvents = {
  "user.signed_up": event()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  /** Names, handles and addresses are blanked when an account is deleted. */
  "user.named": event<{ from: string | null; to: string | null }>()({
    about: "none",
    consequences: [],
    // The command knows better where the name stands (set-name.server.ts).
    touches: nothing,
  }),
  /** Somebody signed in by a service outside for the first time, to an account that was there. */
  "user.identity_joined": event<{ identityId: string; provider: string }>()({
    about: "none",
    consequences: ["announce-sign-in-change"],
    touches: nothing,
  }),
  "user.identity_removed": event<{ provider: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "user.passkey_added": event()({
    about: "none",
    consequences: ["announce-sign-in-change"],
    touches: nothing,
  }),
  "user.passkey_removed": event()({
    about: "none",
    consequences: ["announce-sign-in-change"],
    touches: nothing,
  }),
  /** All of somebody's, by an administrator. */
  "user.passkeys_reset": event<{ userId: string }>()({
    about: "none",
    consequences: ["announce-sign-in-change"],
    touches: nothing,
  }),
  "user.role_changed": event<{ userId: string; from: Role; to: Role }>()({
    about: "none",
    consequences: [],
    touches: everything,
    gaps: ({ from, to }, _names, { t }) => ({ from: t(`role.${from}`), to: t(`role.${to}`) }),
  }),
  "user.handle_changed": event<{ from: string | null; to: string | null }>()({
    about: "none",
    consequences: [],
    touches: everything,
  }),
  "user.preferences_changed": event<{ fields: string[] }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  /** By a link in a mail, from all mail about posts. */
  "user.unsubscribed": event()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  /** The person's own wish or, as an administrator carries it out, theirs. */
  "user.deleted": event<{ userId: string; texts: "kept" | "removed" }>()({
    about: "none",
    consequences: ["forget-traces"],
    touches: everything,
    variant: ({ texts }) => texts,
  }),
};
