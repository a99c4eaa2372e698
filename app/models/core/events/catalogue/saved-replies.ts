import { event } from "../event-row";
import { nothing } from "../touches";

export const savedReplyEvents = {
  "reply.created": event<{ replyId: number; title: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "reply.edited": event<{ replyId: number; title: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "reply.deleted": event<{ replyId: number; title: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
