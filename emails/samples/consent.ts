import { consentMail } from "../consent";
import { home, idea, type Samples } from "../sample-parts";

export const consentSamples: Samples = {
  consent: ({ words }) =>
    consentMail({
      words,
      post: idea,
      links: { agree: `${home}/consent/sample`, unlink: `${home}/unsubscribe/sample-of-consent` },
    }),
};
