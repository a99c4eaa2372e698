import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const tokenSamples = {
  "token.created": { tokenId: id },
  "token.revoked": { tokenId: id },
} satisfies Partial<EventData>;
