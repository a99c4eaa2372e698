import { exportMail } from "../export";
import { home, type Samples } from "../sample-parts";

export const exportSamples: Samples = {
  export: ({ words }) => exportMail({ words, link: `${home}/staff/export`, days: 7 }),
};
