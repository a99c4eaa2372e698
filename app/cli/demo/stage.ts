import type { Db } from "#db/client.server";
import type { User } from "~/models/core/users/viewer";
import type { BoardSlug, TagSlug } from "./boards";
import { type Chance, startChance } from "./chance";
import { type Handle, handles, personOf } from "./people";

/** Something that happens in the portal's history. */
export interface Step {
  at: Date;
  run(tx: Db): Promise<unknown>;
}

/** What all stories share. Boards and tags have their ids once the steps that make them have run. */
export interface Stage {
  chance: Chance;
  people: Record<Handle, User>;
  joined: Record<Handle, Date>;
  boards: Map<BoardSlug, number>;
  tags: Map<TagSlug, number>;
  /** Some time of the day that began `day` days ago; in any case later than `after`, and never in the future. */
  moment(day: number, after?: Date): Date;
}

/** Milliseconds. */
const minute = 60_000;
const dayLength = 24 * 60 * minute;

export function newStage(now: Date, seed: number): Stage {
  const chance = startChance(seed);
  const moment = (day: number, after = new Date(0)) => {
    const spread = chance.number() * Math.min(0.3, day / 3);
    const soonest = after.getTime() + (2 + chance.number() * 20) * minute;
    return new Date(Math.max(now.getTime() - (day - spread) * dayLength, soonest));
  };
  const joined = forEachPerson((handle) => moment(personOf(handle).joined));
  const people = forEachPerson((handle): User => {
    const { name, role = "member", language = "en" } = personOf(handle);
    return { id: chance.id(joined[handle]), name, role, language };
  });
  return { chance, people, joined, boards: new Map(), tags: new Map(), moment };
}

function forEachPerson<Value>(make: (handle: Handle) => Value): Record<Handle, Value> {
  return Object.fromEntries(handles.map((handle) => [handle, make(handle)])) as Record<Handle, Value>;
}
