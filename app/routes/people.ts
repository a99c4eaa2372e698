import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { limitActions } from "~/http/rate-limit.server";
import { isStaff } from "~/models/core/users/policy";
import { searchPeople } from "~/models/feedback/comments/people.server";

const longest = 40;

/** People to mention who fit what was typed after `@`, as JSON for our own script. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  // Whoever writes needs a few; whoever collects names needs many. Staff see everybody anyway.
  if (!isStaff(viewer)) await limitActions("peopleOfDay", args.context);
  const { db, query } = args.context;
  const asked = { beginning: query.text("q", longest), number: query.number("post") };
  return json(await searchPeople(db, viewer, asked));
}
