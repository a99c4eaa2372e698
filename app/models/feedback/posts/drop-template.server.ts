import type { Db } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { saysNoMore } from "../../core/text/says-no-more";
import type { User } from "../../core/users/viewer";
import { listTemplates } from "../boards/templates.server";
import type { PostDraft } from "./draft";

/**
 * The draft without a text that is no more than a board's template, as it was put into the form. Throws where nothing
 * is left that says what the post is about.
 */
export async function dropTemplate<Draft extends PostDraft>(db: Db, viewer: User, draft: Draft): Promise<Draft> {
  if (!(await isTemplate(db, viewer, draft.body))) return draft;
  const saysMore = draft.kind === "bug" && (draft.actual || draft.steps);
  if (!saysMore) throw new DomainError("templateUntouched", { field: "body" });
  return { ...draft, body: "" };
}

/** Whether a text is what some board's form began with. */
export async function isTemplate(db: Db, viewer: User, body: string): Promise<boolean> {
  const templates = await listTemplates(db, viewer);
  return saysNoMore(
    body,
    templates.flatMap(({ idea, bug }) => [idea, bug]),
  );
}
