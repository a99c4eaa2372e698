import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/models/core/domain-error";

/** Every address that is not ours, and what routes without a page have to say. */
export function loader({ context }: LoaderFunctionArgs): never {
  const { problem } = context.outgoing;
  if (problem) throw json({ sentence: problem.sentence }, { status: problem.status });
  throw new DomainError("notFound");
}

export const action = loader;

/** Never shown; without it Remix would answer with data instead of a page. */
export default function Nowhere() {
  return null;
}
