import type { Role } from "#db/schema/core/users";
import { event } from "../event-row";
import { nothing } from "../touches";

export const invitationEvents = {
  "invitation.created": event<{ invitationId: string; role: Role; byMail: boolean }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    gaps: ({ role }, _names, { t }) => ({ role: t(`role.${role}`) }),
    variant: ({ byMail }) => (byMail ? "mail" : "link"),
  }),
  "invitation.revoked": event<{ invitationId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "invitation.accepted": event<{ invitationId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
