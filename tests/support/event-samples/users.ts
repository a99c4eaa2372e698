import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const userSamples = {
  "user.signed_up": {},
  "user.named": { from: "Mona", to: null },
  "user.role_changed": { userId: id, from: "member", to: "admin" },
  "user.handle_changed": { from: null, to: "mona" },
  "user.preferences_changed": { fields: ["mailPace"] },
  "user.unsubscribed": {},
  "user.deleted": { userId: id, texts: "kept" },
  "user.identity_joined": { identityId: id, provider: "GitHub" },
  "user.identity_removed": { provider: "GitHub" },
  "user.passkey_added": {},
  "user.passkey_removed": {},
  "user.passkeys_reset": { userId: id },
} satisfies Partial<EventData>;
