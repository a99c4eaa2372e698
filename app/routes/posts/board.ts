import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { changeBoard } from "~/models/posts/change-board.server";
import * as field from "~/models/text/fields";

const choice = z.object({ boardId: field.id() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const { boardId } = await readForm(args, choice);
  await changeBoard(args.context.db, { viewer, number, boardId });
  return doneBack(args, `/posts/${number}`, "done.boardChanged");
}
