import type { Words } from "~/i18n";
import { policyName } from "../../promise-names";
import { event, type Names } from "../event-row";
import { nothing } from "../touches";

interface Policy {
  policyId: number;
  /** Of those that every portal begins with; they may have no name of their own. */
  key: string | null;
  name: string;
}

const gaps = (policy: Policy, _names: Names, words: Words) => ({ name: policyName(words, policy) });

export const supportPolicyEvents = {
  "support_policy.created": event<Policy & { isOff: boolean }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    gaps,
  }),
  "support_policy.edited": event<Policy & { isOff: boolean }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    gaps,
    variant: ({ isOff }) => (isOff ? "off" : "on"),
  }),
  "support_policy.moved": event<Policy & { step: "up" | "down" }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    gaps,
    variant: ({ step }) => step,
  }),
  "support_policy.deleted": event<Policy>()({
    about: "none",
    consequences: [],
    touches: nothing,
    gaps,
  }),
};
