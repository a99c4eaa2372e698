import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { readNumber, requireAdmin, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { rowMove } from "~/models/core/row-move";
import * as field from "~/models/core/text/fields";
import { movePolicy } from "~/models/support/promises/edit-policies.server";
import { tryMove } from "~/models/support/promises/try-policy.server";

const page = "/staff/support/settings/policies";

/** With a place, as whoever has seen what it means says it; else that is shown first, where it means something. */
const moveForm = z.union([rowMove, z.object({ place: field.id() })]);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const move = await readForm(args, moveForm);
  const { db } = args.context;
  const id = readNumber(args.params.id);
  if (!("place" in move)) {
    const { place, tried } = await tryMove(db, viewer, id, move);
    if (tried.changed.length > 0) {
      const ask = `${page}/${id}?place=${place}`;
      return wantsJson(args.request) ? json({ ask }) : redirect(ask, 303);
    }
  }
  await movePolicy(db, { viewer, id, move });
  if (wantsJson(args.request)) return json({});
  return doneAt(page, args.context, "done.saved");
}
