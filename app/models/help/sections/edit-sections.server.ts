import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, helpSections } from "#db/schema";
import { defaultLanguage } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { type Move, placeAfter, placed, placeOf } from "../../core/in-order";
import { keepOrder } from "../../core/keep-order.server";
import { makeOnce } from "../../core/make-once.server";
import { takeTurns } from "../../core/take-turns.server";
import { textIn, written } from "../../core/text/text-in";
import { mayPublishArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { SectionDraft } from "./draft";

interface Change {
  viewer: User;
  at?: Date;
}

/** Throws `forbidden`, `sectionNameless` or `sectionSlugTaken`. */
export async function createSection(
  db: Db,
  { viewer, id, draft, at = new Date() }: Change & { id?: string; draft: SectionDraft },
): Promise<void> {
  await db.transaction(async (tx) => {
    const all = await holdSections(tx, viewer);
    await makeOnce(tx, { viewer, id, content: { section: draft }, at }, async () => {
      const values = columnsOf(draft, { key: null, all });
      const [section] = await tx
        .insert(helpSections)
        .values({ ...values, position: all.length + 1, createdAt: at })
        .returning({ id: helpSections.id });
      if (!section) throw new Error("A section was not there after it was added.");
      const data = { sectionId: section.id, name: textIn(values.names, defaultLanguage) };
      await recordEvent(tx, { type: "help_section.created", actorId: viewer.id, data, at });
      return section.id;
    });
  });
}

/** Throws `forbidden`, `notFound`, `sectionNameless` or `sectionSlugTaken`. */
export async function editSection(
  db: Db,
  { viewer, id, draft, at = new Date() }: Change & { id: number; draft: SectionDraft },
): Promise<void> {
  await db.transaction(async (tx) => {
    const all = await holdSections(tx, viewer);
    const section = requireSection(all, id);
    const others = all.filter((one) => one.id !== id);
    const values = columnsOf(draft, { key: section.key, all: others });
    await tx.update(helpSections).set(values).where(eq(helpSections.id, id));
    const data = { sectionId: id, name: nameOf({ ...section, ...values }) };
    await recordEvent(tx, { type: "help_section.edited", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden` or `notFound`. */
export async function moveSection(
  db: Db,
  { viewer, id, move, at = new Date() }: Change & { id: number; move: Move },
): Promise<void> {
  await db.transaction(async (tx) => {
    const all = await holdSections(tx, viewer);
    const section = requireSection(all, id);
    const place = placeAfter(all, section, move);
    if (place === placeOf(all, section)) return;
    await keepOrder(tx, helpSections, placed(all, section, place));
    const data = { sectionId: id, name: nameOf(section) };
    await recordEvent(tx, { type: "help_section.moved", actorId: viewer.id, data, at });
  });
}

/** One that has no articles, archived ones among them. Throws `forbidden` or `sectionUsed`; one that is gone already stays so. */
export async function deleteSection(db: Db, { viewer, id, at = new Date() }: Change & { id: number }): Promise<void> {
  await db.transaction(async (tx) => {
    await holdSections(tx, viewer);
    if ((await tx.$count(articles, eq(articles.sectionId, id))) > 0) throw new DomainError("sectionUsed");
    const [gone] = await tx.delete(helpSections).where(eq(helpSections.id, id)).returning();
    if (!gone) return;
    const data = { sectionId: id, name: nameOf(gone) };
    await recordEvent(tx, { type: "help_section.deleted", actorId: viewer.id, data, at });
  });
}

type Section = typeof helpSections.$inferSelect;

const nameOf = ({ key, names }: Pick<Section, "key" | "names">): string =>
  textIn(names, defaultLanguage) || (key ?? "");

/** All of them, in their order; whoever changes them takes turns. */
async function holdSections(tx: Db, viewer: User): Promise<Section[]> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  await takeTurns(tx, "help sections");
  return tx.select().from(helpSections).orderBy(helpSections.position, helpSections.id).for("update");
}

function requireSection(all: Section[], id: number): Section {
  const section = all.find((one) => one.id === id);
  if (!section) throw new DomainError("notFound");
  return section;
}

function columnsOf(
  { names, descriptions, slug, icon }: SectionDraft,
  { key, all }: Pick<Section, "key"> & { all: Section[] },
) {
  const values = { names: written(names), descriptions: written(descriptions), slug, icon };
  if (!key && Object.keys(values.names).length === 0)
    throw new DomainError("sectionNameless", { field: `names.${defaultLanguage}` });
  if (all.some((one) => one.slug === slug)) throw new DomainError("sectionSlugTaken", { field: "slug" });
  return values;
}
