import type { EventData } from "~/models/core/events/types";
import { id } from "../sample-id";

export const importSamples = {
  "import.requested": { importId: id, fileName: "posts.csv" },
  "import.undo_requested": { importId: id },
  "import.added": { importId: id, count: 12 },
  "import.undone": { importId: id, count: 12 },
} satisfies Partial<EventData>;
