import type { EventData } from "~/models/core/events/types";

export const synonymsSamples = {
  "synonyms.saved": { synonymsId: 1, words: ["dark mode", "night mode"] },
  "synonyms.removed": { synonymsId: 1, words: ["dark mode", "night mode"] },
  "synonyms.restored": { synonymsId: 1, words: ["dark mode", "night mode"] },
} satisfies Partial<EventData>;
