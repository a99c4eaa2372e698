import type { ReactNode } from "react";
import { type RequestFilter, requestsPath, usual } from "~/models/insights/requests/request-filter";
import { useWords } from "~/ui/frame";

interface Props {
  count: number;
  filter: Partial<RequestFilter>;
  /** Where the number that is shown is not how many they are, but says something else of them. */
  children?: ReactNode;
}

/** A number that opens the posts it is about. */
export function CountLink({ count, filter, children }: Props) {
  const { number } = useWords();
  const shown = children ?? number(count);
  if (count === 0) return shown;
  return <a href={requestsPath({ ...usual, status: "all", sort: "posted", ...filter })}>{shown}</a>;
}
