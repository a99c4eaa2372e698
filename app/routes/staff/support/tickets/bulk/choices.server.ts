import type { Visit } from "~/http/visit.server";
import { listHandlers } from "~/models/core/users/queries.server";
import type { User } from "~/models/core/users/viewer";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import type { TicketChange } from "~/models/support/queue/change";
import type { Choices } from "./say-change";

/** What changes of tickets are made of, those included that nobody can choose any more. */
export async function listChoices({ db, words }: Pick<Visit, "db" | "words">, viewer: User): Promise<Choices> {
  const [categories, team] = await Promise.all([
    listTicketCategories(db, { archived: true }),
    listHandlers(db, viewer),
  ]);
  return { categories: namedCategories(words, categories), team };
}

/** Whether what a change names is there. */
export function isChoice(change: TicketChange, { categories, team }: Choices): boolean {
  if (change.type === "category") return categories.some(({ id }) => id === change.to);
  return change.type !== "assign" || change.to === null || team.some(({ id }) => id === change.to);
}
