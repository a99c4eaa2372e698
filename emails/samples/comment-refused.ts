import { commentRefusedMail } from "../comment-refused";
import { home, type Samples } from "../sample-parts";

export const commentRefusedSamples: Samples = {
  "comment-refused": ({ words }) =>
    commentRefusedMail({ words, reason: "locked", subject: "Re: Dark mode", link: `${home}/posts/42` }),
};
