import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { readLocalMoment } from "~/models/core/local-moment";
import { scheduleEntry } from "~/models/feedback/changelog/schedule-entry.server";
import { findPreferences } from "~/models/feedback/preferences/preferences.server";

const form = z.object({ moment: z.string().default(""), tells: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const number = requireNumber(args.params);
  const { moment, tells } = await readForm(args, form);
  const { db } = args.context;
  const { timeZone } = await findPreferences(db, viewer);
  const scheduledFor = readLocalMoment(moment, timeZone);
  await scheduleEntry(db, { viewer, number, for: scheduledFor, tellsSubscribers: tells !== undefined });
  return doneAt(`/staff/changelog/${number}`, args.context, "done.entryScheduled");
}
