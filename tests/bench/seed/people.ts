import type { users } from "#db/schema";
import type { Role } from "#db/schema/users";
import { start } from "./history";
import { createRandom } from "./random";
import { personName } from "./words";

type User = typeof users.$inferInsert;

const staff: Role[] = ["admin", "maintainer", "maintainer", "moderator", "agent", "agent"];

/** Staff first, then members, who all signed up in the year before the first post. */
export function inventPeople(count: number): User[] {
  const random = createRandom(3);
  const year = 365 * 86_400_000;
  return Array.from({ length: count }, (_, i) => {
    const at = start - year + (i / count) * year;
    const id = random.id(at);
    const role = staff[i] ?? "member";
    return { id, email: `person-${i}@example.com`, name: personName(random), role, createdAt: new Date(at) };
  });
}

/** Whoever among staff moves posts. */
export const maintainer = staff.indexOf("maintainer");
