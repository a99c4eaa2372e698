import { z } from "zod";
import { readMailAside } from "~/integrations/mail/incoming/read-mail-aside.server";
import { findUnreadMail } from "~/models/support/incoming/find-mail.server";
import { receiveMail } from "~/models/support/incoming/receive-mail.server";
import { fileStore } from "./file-store.server";
import type { Tools } from "./tools.server";

const data = z.object({ id: z.uuid() });

/** Reads a mail that came in, and does what it asks for. */
export async function readMail(tools: Tools, job: unknown): Promise<void> {
  const { db, env, portal, now } = tools;
  const { id } = data.parse(job);
  const raw = await findUnreadMail(db, id);
  if (!raw || !env.INBOUND_DOMAIN) return;
  const mail = await readMailAside(raw);
  const { INBOUND_DOMAIN: domain, SESSION_SECRET: secret } = env;
  const store = fileStore(tools, tools.log);
  await receiveMail(db, { id, mail, domain, secret, portal: await portal.read(), store, at: now() });
}
