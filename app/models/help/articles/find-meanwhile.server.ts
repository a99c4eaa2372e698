import type { Db } from "#db/client.server";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import type { User } from "../../core/users/viewer";
import { compareWords } from "./compare-words.server";
import type { TextDraft } from "./draft";
import { findForEditing } from "./find-for-editing.server";

interface Asked {
  viewer: User;
  number: number;
  language: Language;
  draft: TextDraft;
}

/** Who has kept what meanwhile, and how what somebody else wrote differs from it. Throws `forbidden` or `notFound`. */
export async function findMeanwhile(db: Db, { viewer, number, language, draft: mine }: Asked) {
  const found = await findForEditing(db, { viewer, number, language });
  if (!found) throw new DomainError("notFound");
  const { draft, draftBy, text, versions, from } = found;
  const nothing = { title: "", bodyMarkdown: "", wordings: [] };
  return {
    from,
    by: draft ? draftBy : (versions[0]?.by ?? null),
    at: draft?.savedAt ?? text?.changedAt ?? null,
    comparison: await compareWords(draft ?? text ?? nothing, { ...mine, bodyMarkdown: mine.body }),
  };
}
