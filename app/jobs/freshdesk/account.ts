import type { Freshdesk } from "~/integrations/freshdesk/open-freshdesk.server";
import type { Tools } from "../tools.server";

/** What a job has at hand when there is an account to work with. */
export interface Account extends Tools {
  freshdesk: Freshdesk;
}
