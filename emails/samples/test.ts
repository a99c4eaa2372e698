import { type Samples, told } from "../sample-parts";
import { testMail } from "../test";

export const testSamples: Samples = {
  test: ({ words }) => testMail({ words, at: told.at }),
};
