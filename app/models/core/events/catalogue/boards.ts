import { event } from "../event-row";
import { everything } from "../touches";

export const boardEvents = {
  "board.created": event<{ boardId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: everything,
  }),
  "board.edited": event<{ boardId: number; name: string }>()({
    about: "none",
    consequences: ["index-post", "refresh-synonyms"],
    touches: everything,
  }),
};
