import { articleDueMail } from "../article-due";
import { home, type Samples } from "../sample-parts";

const title = "Keyboard shortcuts";

export const articleDueSamples: Samples = {
  "article-due": ({ words, links }) =>
    articleDueMail({
      words,
      links,
      title,
      sentence: words.t("notifications.says.article.review_due", { title }),
      link: `${home}/staff/help/1`,
    }),
};
