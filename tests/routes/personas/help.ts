import { archiveArticle } from "~/models/help/articles/publish-article.server";
import { saveDraft } from "~/models/help/articles/write-article.server";
import { addArticle, addSection, beginArticle, textOf } from "../../support/articles";
import { db } from "../../support/database";
import type { People } from "./stage";

/** Articles for each audience, and what of them is not shown yet, or not any more. */
export async function setUpHelp({ gus, mona }: People) {
  const words = (name: string) => ({
    title: `How kwxhelp${name}title works`,
    body: `## A heading\n\nIt says kwxhelp${name}body here.`,
    wordings: `where is kwxhelp${name}wording`,
    slug: "how-it-works",
  });
  const section = await addSection("Everything");
  const ours = await addSection("kwxhelpsection");
  const numbers = {
    open: await addArticle(mona, { ...words("open"), section }),
    members: await addArticle(mona, { ...words("members"), section, audience: "members" }),
    staff: await addArticle(mona, { ...words("staff"), section: ours, audience: "staff" }),
    draft: await beginArticle(gus, { ...words("draft"), section }),
    archived: await addArticle(mona, { ...words("archived"), section }),
  };
  await archiveArticle(db, { viewer: mona, number: numbers.archived });
  const next = { viewer: gus, number: numbers.open, draft: textOf(words("next")) };
  await saveDraft(db, { ...next, language: "en", from: { revision: 0, version: 1 } });
  return { numbers: Object.values(numbers), sections: ["everything", "kwxhelpsection", "getting-started"] };
}
