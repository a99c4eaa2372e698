import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketCategories } from "#db/schema";
import type { TextsByLanguage } from "#db/schema/core/texts-by-language";
import { defaultLanguage } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { makeOnce } from "../../core/make-once.server";
import { textIn, written } from "../../core/text/text-in";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { CategoryDraft } from "./draft";

interface EditCategory {
  viewer: User;
  draft: CategoryDraft;
  at?: Date;
}

interface CreateCategory extends EditCategory {
  /** Made by the form, which makes one category. */
  id?: string;
}

/** Throws `forbidden` or `categoryNameless`. */
export async function createCategory(db: Db, { viewer, id, draft, at = new Date() }: CreateCategory): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const values = { ...columnsOf(draft), archivedAt: draft.isArchived ? at : null };
  requireName(null, values.names);
  await db.transaction(async (tx) => {
    await makeOnce(tx, { viewer, id, content: { category: draft }, at }, async () => {
      const [category] = await tx.insert(ticketCategories).values(values).returning({ id: ticketCategories.id });
      if (!category) throw new Error("A category was not there after it was added.");
      const data = { categoryId: category.id, name: textIn(values.names, defaultLanguage) };
      await recordEvent(tx, { type: "ticket_category.created", actorId: viewer.id, data, at });
      return category.id;
    });
  });
}

/** Throws `forbidden`, `notFound`, `categoryNameless` or, where no ticket could be opened any more, `lastCategory`. */
export async function editCategory(
  db: Db,
  { viewer, id, draft, at = new Date() }: EditCategory & { id: number },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    // All of them: of two that archive the last two, one is refused.
    const all = await tx.select().from(ticketCategories).orderBy(ticketCategories.id).for("update");
    const before = all.find((one) => one.id === id);
    if (!before) throw new DomainError("notFound");
    const isOffered = (one: typeof before) => (one.id === id ? !draft.isArchived : one.archivedAt === null);
    if (!all.some(isOffered)) throw new DomainError("lastCategory");
    const values = { ...columnsOf(draft), archivedAt: draft.isArchived ? (before.archivedAt ?? at) : null };
    requireName(before.key, values.names);
    await tx.update(ticketCategories).set(values).where(eq(ticketCategories.id, id));
    const data = {
      categoryId: id,
      name: textIn(values.names, defaultLanguage) || (before.key ?? ""),
      isArchived: draft.isArchived,
    };
    await recordEvent(tx, { type: "ticket_category.edited", actorId: viewer.id, data, at });
  });
}

function columnsOf({ names, usualPriority, templates, position }: CategoryDraft) {
  return { names: written(names), usualPriority, templates: written(templates), position };
}

/** Those that every portal begins with are named by the catalogues, too. */
function requireName(key: string | null, names: TextsByLanguage): void {
  if (!key && Object.keys(names).length === 0)
    throw new DomainError("categoryNameless", { field: `names.${defaultLanguage}` });
}
