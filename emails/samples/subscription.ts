import { home, type Samples } from "../sample-parts";
import { subscriptionMail } from "../subscription";

export const subscriptionSamples: Samples = {
  subscription: ({ words }) =>
    subscriptionMail({
      words,
      roadmap: null,
      links: { agree: `${home}/subscribe/sample`, stop: `${home}/unsubscribe/sample-of-subscription` },
    }),
};
