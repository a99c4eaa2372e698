import { event } from "../event-row";
import { everything, nothing } from "../touches";

export const importEvents = {
  /** Somebody has a file imported, or an import taken back; a job does it. */
  "import.requested": event<{ importId: string; fileName: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "import.undo_requested": event<{ importId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  /** Votes, comments, answers and so on from elsewhere: history, of which nobody is told. */
  "import.added": event<{ importId: string; count: number }>()({
    about: "none",
    consequences: [],
    touches: everything,
  }),
  "import.undone": event<{ importId: string; count: number }>()({
    about: "none",
    consequences: [],
    touches: everything,
  }),
};
