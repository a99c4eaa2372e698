import { event } from "../event-row";
import { everything } from "../touches";

export const tagEvents = {
  "tag.created": event<{ tagId: number; name: string }>()({
    about: "none",
    consequences: [],
    touches: everything,
  }),
  "tag.edited": event<{ tagId: number; name: string }>()({
    about: "none",
    consequences: ["index-post"],
    touches: everything,
  }),
  "tag.deleted": event<{ tagId: number; name: string }>()({
    about: "none",
    consequences: ["index-post"],
    touches: everything,
  }),
};
