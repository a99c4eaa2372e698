import type { InboxNoun } from "#db/schema/feedback/inbox";
import type { User } from "../users/viewer";

/** Whose views they are, and who has any. */
export interface ViewsOf {
  noun: InboxNoun;
  may: (viewer: User) => boolean;
  /** Addresses of the list itself, which no view can have. */
  reserved: readonly string[];
}
