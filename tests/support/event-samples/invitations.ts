import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const invitationSamples = {
  "invitation.created": { invitationId: id, role: "agent", byMail: true },
  "invitation.revoked": { invitationId: id },
  "invitation.accepted": { invitationId: id },
} satisfies Partial<EventData>;
