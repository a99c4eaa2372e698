import type { EventData } from "~/models/core/events/types";

const policy = { policyId: 1, key: null, name: "Gold" };

export const supportPolicySamples = {
  "support_policy.created": { ...policy, isOff: false },
  "support_policy.edited": { ...policy, isOff: true },
  "support_policy.moved": { ...policy, step: "up" },
  "support_policy.deleted": policy,
} satisfies Partial<EventData>;
