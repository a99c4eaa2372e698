import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireStaff } from "~/http/guards.server";
import { mayAdminister } from "~/models/users/policy";

export function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  return redirect(mayAdminister(viewer) ? "/staff/boards" : "/staff/tags");
}
