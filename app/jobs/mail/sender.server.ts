import type { Tools } from "../tools.server";

/** The header that says who a mail seems to come from, where the portal has set a name; the address stays MAIL_FROM's. */
export async function senderHeader({ env, portal }: Pick<Tools, "env" | "portal">): Promise<Record<string, string>> {
  const { senderName } = (await portal.read()).settings;
  if (senderName === "") return {};
  const [, address = env.MAIL_FROM] = /<([^<>]+)>\s*$/.exec(env.MAIL_FROM) ?? [];
  return { From: `"${senderName.replace(/["\\]/g, "\\$&")}" <${address.trim()}>` };
}
