import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMaintainer } from "~/http/guards.server";
import { postViews } from "~/models/feedback/inbox/post-views";
import { removeView } from "../../views/view.server";

export const action = (args: ActionFunctionArgs) => removeView(args, requireMaintainer(args), postViews);
