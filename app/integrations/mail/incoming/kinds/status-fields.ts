import { MailHeaders } from "../read-headers";

/** Groups of `Name: value` lines, as delivery reports (RFC 3464) and feedback reports (RFC 5965) consist of. */
export function readFieldGroups(text: string): MailHeaders[] {
  const groups: { key: string; value: string }[][] = [[]];
  for (const line of text
    .slice(0, longest)
    .replace(/\n[ \t]+/g, " ")
    .split("\n")) {
    const colon = line.indexOf(":");
    const group = groups.at(-1);
    if (line.trim() === "") groups.push([]);
    else if (colon > 0)
      group?.push({ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return groups.filter((group) => group.length > 0).map((group) => new MailHeaders(group));
}

/** Characters of a report that are read. */
const longest = 500_000;
