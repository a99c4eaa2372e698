import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const exportSamples = {
  "export.requested": { exportId: id },
  "export.deleted": { exportId: id },
} satisfies Partial<EventData>;
