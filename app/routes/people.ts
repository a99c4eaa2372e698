import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { limitActions } from "~/http/rate-limit.server";
import { searchPeople } from "~/models/comments/people.server";
import { isStaff } from "~/models/users/policy";

const longest = 40;

/** Whom somebody may mean who types `@`, for our own script. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  // Whoever writes needs a few; whoever collects names needs many. Staff see everybody anyway.
  if (!isStaff(viewer)) await limitActions("peopleOfDay", args.context);
  const { searchParams } = new URL(args.request.url);
  const beginning = (searchParams.get("q") ?? "").trim().slice(0, longest);
  const number = Number(searchParams.get("post"));
  const isNumber = Number.isInteger(number) && number > 0 && number < 1e9;
  return json(await searchPeople(args.context.db, viewer, { beginning, number: isNumber ? number : undefined }));
}
