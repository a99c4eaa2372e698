import type { DeliveryKind } from "#db/schema/deliveries";
import type { ToldEvent } from "./recipients.server";

/** The mail that tells of each event alone; null for what is between colleagues and told in the app only. */
export const mailKinds: Record<ToldEvent["type"], DeliveryKind | null> = {
  "post.status_changed": "move",
  "post.merged": "merge",
  "post.submitted": "post",
  "post.assigned": null,
  "comment.submitted": "comments",
  "note.added": null,
};
