import type { Db } from "#db/client.server";
import { DomainError } from "~/models/core/domain-error";
import { changelogPath, entryPath } from "~/models/feedback/changelog/entry-path";
import { labelName } from "~/models/feedback/changelog/label-name";
import { type Label, listLabels } from "~/models/feedback/changelog/labels.server";
import { listEntries } from "~/models/feedback/changelog/list-entries.server";
import { type Asked, type Feed, idOf, mostItems, withOrigin } from "./feed";

/** Published entries: all, or those with a label. */
export async function feedOfChangelog(
  db: Db,
  { query, words, origin }: Asked,
): Promise<Omit<Feed, "self" | "language">> {
  const { t } = words;
  const slug = query.word("label");
  const labels = await listLabels(db);
  const label = labels.find((one) => one.slug === slug);
  if (slug && !label) throw new DomainError("notFound");
  const { entries } = await listEntries(db, { labelId: label?.id }, mostItems);
  const nameOf = (one: Label) => labelName(words, one);
  const title = label ? t("feeds.changelogLabel", { label: nameOf(label) }) : t("feeds.changelog");
  return {
    title: `${title} · ${t("site.name")}`,
    home: origin + changelogPath({ label: slug }),
    items: entries.map((entry) => ({
      id: idOf(entry.id),
      link: origin + entryPath(entry),
      title: entry.title,
      html: withOrigin(entry.bodyHtml, origin),
      summary: entry.excerpt,
      author: entry.authorName ?? t("people.deleted"),
      tags: labels.filter(({ id }) => entry.labelIds.includes(id)).map(nameOf),
      publishedAt: entry.publishedAt,
      changedAt: entry.editedAt ?? entry.publishedAt,
    })),
  };
}
