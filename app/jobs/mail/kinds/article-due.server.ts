import { articlesTeller } from "~/models/help/articles/teller.server";
import { findNewsOfDeliveries } from "~/models/telling/notifications/find-news.server";
import { articleDueMail } from "../../../../emails/article-due";
import { speakTo } from "../../speak-to.server";
import { mailHeaders } from "../headers";
import { linkMaker } from "../links.server";
import type { MailKinds } from "../mail-kind";

/** What owners of articles are reminded of. */
export const articlesDue = {
  "article-due": {
    async *write(tools, mails) {
      const { origin } = tools;
      const wanted = mails.filter(({ reader }) => reader?.wantsMail && !reader.isBlocked);
      const ids = wanted.map(({ id }) => id);
      const told = await findNewsOfDeliveries(tools.db, [articlesTeller], ids);
      for (const { id, reader } of wanted) {
        const [news] = told.get(id) ?? [];
        if (!news || !reader) continue;
        const words = await speakTo(tools, reader);
        const { linkTo, tokens } = linkMaker(tools, { id, reader });
        const unsubscribe = linkTo("unsubscribe");
        const { sentence, path } = articlesTeller.describe(words, news);
        const mail = await articleDueMail({
          words,
          links: { home: origin, preferences: `${origin}/me/preferences`, unsubscribe },
          title: news.article.title,
          sentence,
          link: `${origin}${path}`,
        });
        const headers = mailHeaders({ origin, name: words.t("site.name"), unsubscribe });
        yield { mail: { id, ...mail, headers }, tokens };
      }
    },
  },
} satisfies MailKinds;
