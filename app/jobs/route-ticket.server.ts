import { z } from "zod";
import { applyRules } from "~/models/support/routing/apply-rules.server";
import { speakTo } from "./speak-to.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** Lets the team's rules act on a ticket that something happened to. */
export async function routeTicket(tools: Tools, job: unknown): Promise<void> {
  const { eventId } = data.parse(job);
  await applyRules(tools.db, { eventId, speak: (language) => speakTo(tools, { language }), at: tools.now() });
}
