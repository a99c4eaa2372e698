import { mayTriage } from "../../core/users/policy";
import type { ViewsOf } from "../../core/views/views-of";

export const postViews: ViewsOf = { noun: "post", may: mayTriage, reserved: ["bulk", "views"] };
