import { mayHandleTickets } from "../../core/users/policy";
import type { ViewsOf } from "../../core/views/views-of";

/** Their addresses name them behind a question mark, so that none is reserved. */
export const ticketViews: ViewsOf = { noun: "ticket", may: mayHandleTickets, reserved: [] };
