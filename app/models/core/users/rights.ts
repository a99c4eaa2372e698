import type { Participants, Settings } from "../settings/table";
import { isStaff } from "./policy";
import type { Right, User } from "./viewer";

/** What the settings of a portal keep somebody from. */
export function barredFrom(settings: Settings, user: User): Right[] {
  if (isStaff(user)) return [];
  const isOurs = user.domain !== undefined && settings.domains.includes(user.domain);
  const isAmong = (participants: Participants) => participants === "members" || (participants === "domains" && isOurs);
  const asked: Record<Right, Participants> = {
    post: settings.whoPosts,
    vote: settings.whoVotes,
    comment: settings.whoComments,
  };
  return (Object.keys(asked) as Right[]).filter((right) => !isAmong(asked[right]));
}
