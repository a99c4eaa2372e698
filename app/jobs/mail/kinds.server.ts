import { consent } from "./consent.server";
import { entry } from "./entry.server";
import { exportReady } from "./export.server";
import { invitation } from "./invitation.server";
import type { MailKind, QueuedKind } from "./mail-kind";
import { digests, news } from "./news/news.server";
import { roadmap } from "./roadmap.server";
import { signInChange } from "./sign-in-change.server";
import { subscription } from "./subscription.server";

/** Every kind of mail, each in a file of its own; one that is missing does not compile. */
export const mailKinds: Record<QueuedKind, MailKind> = {
  move: news,
  merge: news,
  post: news,
  comments: news,
  digest: digests,
  consent,
  entry,
  subscription,
  roadmap,
  export: exportReady,
  identity: signInChange,
  invitation,
};
