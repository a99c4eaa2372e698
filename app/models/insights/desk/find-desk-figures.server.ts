import { and, eq, gte, inArray, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deskFigures, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { readSetting } from "../../core/settings/settings.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { dayIn } from "../figures/day-in";
import { addDays } from "../figures/period";
import { findFiguresState } from "../figures/settings.server";
import { figuresOf, ratedOver } from "./desk-figures";

interface Asked {
  /** How many, today among them. */
  days: number;
  at?: Date;
}

/** The desk's figures of the last days, as they were counted, and the names of whom they are about. Throws `forbidden`. */
export async function findDeskFigures(db: Db, viewer: User, { days, at = new Date() }: Asked) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const { day, what, key, bucket, count, sum } = deskFigures;
  const timeZone = await readSetting(db, "timeZone");
  const today = dayIn(timeZone, at);
  const from = addDays(today, 1 - days);
  const [counted, rated, { countedAt }] = await Promise.all([
    db
      .select({
        ...{ what, key, bucket },
        count: sql<number>`sum(${count})::int`,
        sum: sql<number>`sum(${sum})::float8`,
      })
      .from(deskFigures)
      .where(or(gte(day, from), sql`${what} = 'backlog'`))
      .groupBy(what, key, bucket),
    db
      .select({ day, count: sql<number>`sum(${count})::int`, sum: sql<number>`sum(${sum})::float8` })
      .from(deskFigures)
      .where(and(gte(day, from), eq(what, "rating")))
      .groupBy(day),
    findFiguresState(db),
  ]);
  const figures = figuresOf(counted);
  const ids = figures.agents.map((agent) => agent.key).filter(Boolean);
  const named = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.id, ids)));
  return {
    from,
    today,
    timeZone,
    countedAt,
    overTime: ratedOver(
      Array.from({ length: days }, (_, i) => addDays(from, i)),
      rated,
    ),
    figures: {
      ...figures,
      agents: figures.agents.map((agent) => ({
        ...agent,
        name: named.find(({ id }) => id === agent.key)?.name ?? null,
      })),
    },
  };
}
