import { event } from "../event-row";
import { nothing } from "../touches";

/** Of personal access tokens; what people call theirs is not written down here. */
export const tokenEvents = {
  "token.created": event<{ tokenId: string }>()({
    about: "none",
    consequences: ["announce-sign-in-change"],
    touches: nothing,
  }),
  "token.revoked": event<{ tokenId: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
