import { type ActionFunctionArgs, json } from "@remix-run/node";
import { ensureAsker, readAsker } from "~/http/asker.server";
import { requireNumber } from "~/http/guards.server";
import { isWithin } from "~/http/rate-limit.server";
import { mayWriteArticles } from "~/models/core/users/policy";
import { countRead } from "~/models/help/reads/count-read.server";
import { showBox } from "./show-box.server";

/**
 * A browser that runs scripts says that it shows an article: counted once a day. It hears what it has said of the article, which
 * the page does not know: that is the same for everybody. Whoever writes articles does not read them.
 */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { db, viewer } = context;
  const number = requireNumber(params);
  const browser = readAsker(request);
  const reader = `${viewer?.id ?? ensureAsker(args)} ${number}`;
  if (!mayWriteArticles(viewer) && (await isWithin(reader, "readOnce", context)))
    await countRead(db, { viewer, number });
  return json({ html: viewer || !browser ? "" : await showBox(args, { viewer, browser }) });
}
