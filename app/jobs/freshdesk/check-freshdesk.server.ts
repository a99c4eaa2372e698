import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import { changeSettings } from "~/models/support/freshdesk/settings.server";
import type { Tools } from "../tools.server";
import { findAccount, keepTrouble } from "./account-work.server";

/** Asks whose key it is and which fields the account has, for the settings. */
export async function checkFreshdesk(tools: Tools): Promise<void> {
  const account = await findAccount(tools);
  if (!account) return;
  const { db, freshdesk, now } = account;
  try {
    const agent = await freshdesk.me();
    const fields = (await freshdesk.ticketFields()).map(({ name, label, type, isCustom, isRequired, choices }) => ({
      name,
      label,
      type,
      isCustom,
      isRequired,
      choices,
    }));
    await changeSettings(db, { agentName: agent.name ?? agent.email, fields, fieldsAt: now(), lastOkAt: now() });
  } catch (error) {
    await keepTrouble(account, error);
    // It is asked again every hour, and whenever an administrator wants to know.
    if (!(error instanceof FreshdeskError)) throw error;
  }
}
