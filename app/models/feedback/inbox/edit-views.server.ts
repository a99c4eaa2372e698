import type { Db } from "#db/client.server";
import type { User } from "../../core/users/viewer";
import { createView as create } from "../../core/views/edit-views.server";
import type { ViewDraft } from "../../core/views/view-draft";
import { type InboxFilter, writeInboxFilter } from "./filter";
import { postViews } from "./post-views";

interface CreateView {
  viewer: User;
  draft: ViewDraft;
  filter: InboxFilter;
}

/** Keeps what the inbox shows under a name. Throws `forbidden`. */
export const createView = (db: Db, { filter, ...input }: CreateView): Promise<string> =>
  create(db, postViews, { ...input, filter: writeInboxFilter(filter) });
