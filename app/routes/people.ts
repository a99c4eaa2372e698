import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { searchPeople } from "~/models/comments/people.server";

const longest = 40;

/** Whom somebody may mean who types `@`, for our own script. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, query } = args.context;
  const asked = { beginning: query.text("q", longest), number: query.number("post") };
  return json(await searchPeople(db, viewer, asked));
}
