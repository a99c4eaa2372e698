import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { doneAt } from "~/http/respond.server";
import { endSession } from "~/http/session.server";

export const loader = () => redirect("/");

export async function action({ context }: ActionFunctionArgs) {
  await endSession(context);
  return doneAt("/", context, "done.signedOut");
}
