/** So many of what hangs on each, the first ones first, and how many are left over: mail programs cut long mails. */
export function takeFirst<Name extends string, Group extends Record<Name, unknown[]>>(
  groups: Group[],
  most: number,
  name: Name,
): { taken: Group[]; left: number } {
  let room = most;
  const taken: Group[] = [];
  for (const group of groups) {
    if (room === 0) break;
    const some = group[name].slice(0, room);
    room -= some.length;
    taken.push({ ...group, [name]: some });
  }
  const all = groups.reduce((sum, group) => sum + group[name].length, 0);
  return { taken, left: all - (most - room) };
}
