import { home, type Samples } from "../sample-parts";
import { signInMail } from "../sign-in";

export const signInSamples: Samples = {
  "sign-in": ({ words }) => signInMail({ words, code: "042195", link: `${home}/sign-in/link/sample` }),
};
