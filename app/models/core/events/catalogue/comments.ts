import { event } from "../event-row";
import { discussed, post } from "../touches";

export const commentEvents = {
  "comment.submitted": event<{ parentId: string | null }>()({
    about: "comment",
    consequences: ["notify-people", "index-post"],
    touches: discussed,
  }),
  "comment.edited": event()({
    about: "comment",
    consequences: ["index-post"],
    touches: post,
    changes: ["index"],
  }),
  "comment.deleted": event()({
    about: "comment",
    consequences: ["index-post"],
    touches: discussed,
    changes: ["index"],
  }),
};
