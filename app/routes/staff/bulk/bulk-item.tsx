import type { Verdict } from "~/models/core/bulk/verdict";
import { VerdictBadge } from "./verdict-badge";

interface Props {
  /** Where it is not there any more, there is none. */
  path?: string;
  title: string;
  verdict: Verdict;
  when: "before" | "after" | "undone";
}

/** One of those that a bulk action is about, and what becomes of it. */
export const BulkItem = ({ path, title, verdict, when }: Props) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
    {path ? (
      <a href={path} dir="auto" className="min-w-0 grow basis-56 no-underline hover:text-accent">
        {title}
      </a>
    ) : (
      <span dir="ltr" className="grow text-start">
        {title}
      </span>
    )}
    <VerdictBadge verdict={verdict} when={when} />
  </li>
);
