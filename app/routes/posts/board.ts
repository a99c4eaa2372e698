import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { changeBoard } from "~/models/feedback/posts/change-board.server";

const choice = z.object({ boardId: field.id() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const { boardId } = await readForm(args, choice);
  await changeBoard(args.context.db, { viewer, number, boardId });
  return doneBack(args, `/posts/${number}`, "done.boardChanged");
}
