import type { Freshdesk } from "~/integrations/freshdesk/open-freshdesk.server";
import type { Tools } from "../tools.server";

/** The tools of a job together with the connected Freshdesk account. */
export interface Account extends Tools {
  freshdesk: Freshdesk;
}
