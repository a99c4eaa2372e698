import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { doneAt } from "~/http/respond.server";
import { endSession } from "~/http/session.server";

export const loader = () => redirect("/");

export async function action({ context }: ActionFunctionArgs) {
  await endSession(context);
  const response = doneAt("/", context, "done.signedOut");
  // On a shared computer, Back shows no page of whoever was here, and no draft of theirs is left.
  response.headers.set("Clear-Site-Data", '"cache", "storage"');
  return response;
}
