import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import type { Visit } from "~/http/visit.server";
import * as field from "~/models/core/text/fields";
import type { User } from "~/models/core/users/viewer";
import {
  checkFreshdesk,
  connectFreshdesk,
  disconnectFreshdesk,
  pauseFreshdesk,
  resumeFreshdesk,
} from "~/models/support/freshdesk/pause-freshdesk.server";
import { resyncAll } from "~/models/support/freshdesk/resync.server";
import { type Doing, doings } from "./doings";

const form = z.object({ doing: field.choice(doings), keepsLinks: z.string().optional() });

type Command = (db: Visit["db"], input: { viewer: User; keepsLinks: boolean }) => Promise<unknown>;

const commands: Record<Doing, Command> = {
  check: checkFreshdesk,
  pause: pauseFreshdesk,
  resume: resumeFreshdesk,
  resync: resyncAll,
  connect: connectFreshdesk,
  disconnect: disconnectFreshdesk,
};

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { doing, keepsLinks } = await readForm(args, form);
  await commands[doing](args.context.db, { viewer, keepsLinks: keepsLinks !== undefined });
  return doneAt("/staff/freshdesk", args.context, `freshdeskPages.done.${doing}`);
}
