import { z } from "zod";
import { articleLanguage, revisionField, textDraft } from "~/models/help/articles/draft";

/** What somebody has written of an article, and which draft they have changed. */
export const draftForm = z
  .object({
    language: articleLanguage,
    revision: revisionField(),
    version: revisionField(),
    translates: revisionField().optional(),
  })
  .and(textDraft);

/** As the command takes it. */
export function toBeSaved({ language, revision, version, translates, ...draft }: z.output<typeof draftForm>) {
  return { language, draft, from: { revision, version }, translates: translates || undefined };
}
