import { type RequestFilter, requestsPath, usual } from "~/models/demand/request-filter";
import { useWords } from "~/ui/frame";

/** A number that opens the posts it counts. */
export function CountLink({ count, filter }: { count: number; filter: Partial<RequestFilter> }) {
  const { number } = useWords();
  if (count === 0) return number(count);
  return <a href={requestsPath({ ...usual, status: "all", sort: "posted", ...filter })}>{number(count)}</a>;
}
