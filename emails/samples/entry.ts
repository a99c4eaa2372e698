import { entryMail } from "../entry";
import { home, idea, move, type Samples, told, wish } from "../sample-parts";

export const entrySamples: Samples = {
  entry: ({ words, links: { unsubscribe } }) =>
    entryMail({
      words,
      entry: {
        title: "Keyboard shortcuts, and a digest on Fridays",
        bodyHtml: move.answerHtml,
        publishedAt: told.at,
        link: `${home}/changelog/7`,
        labels: [words.t("changelog.label.new"), words.t("changelog.label.improved")],
        posts: [idea, wish],
      },
      links: { home, changelog: `${home}/changelog`, unsubscribe },
    }),
};
