import type { ActionFunctionArgs } from "@remix-run/node";
import { requireId, requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteNote } from "~/models/feedback/notes/delete-note.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { number } = await deleteNote(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt(`/posts/${number}?stay#notes`, args.context, "notes.deleted");
}
