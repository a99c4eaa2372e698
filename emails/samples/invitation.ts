import { invitationMail } from "../invitation";
import { home, type Samples } from "../sample-parts";

export const invitationSamples: Samples = {
  invitation: ({ words }) =>
    invitationMail({
      words,
      by: "Mona Lindqvist",
      link: `${home}/invitations/sample`,
      expiresAt: new Date("2026-12-04T14:05:00Z"),
    }),
};
