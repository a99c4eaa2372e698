import type { ActionFunctionArgs } from "@remix-run/node";
import { mailCodeAgain } from "~/http/mail-code-again.server";

/** Before an account is deleted. */
export const action = (args: ActionFunctionArgs) => mailCodeAgain(args, "/me/data/delete");
