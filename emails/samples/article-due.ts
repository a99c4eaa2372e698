import { articleDueMail } from "../article-due";
import { home, type Samples } from "../sample-parts";

const title = "How to create an account";

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
