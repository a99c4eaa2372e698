import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { DomainError } from "~/models/core/domain-error";
import { findRedirect } from "~/models/help/articles/find-article.server";

/** Every address that is not ours, and what routes without a page have to say; what came from another help centre is found. */
export async function loader({ context }: LoaderFunctionArgs): Promise<never> {
  sayProblem(context);
  const { db, viewer, address } = context;
  const article = await findRedirect(db, viewer, address.pathname);
  if (article) throw redirect(`/help/articles/${article.number}`, 301);
  throw new DomainError("notFound");
}

export function action({ context }: ActionFunctionArgs): never {
  sayProblem(context);
  throw new DomainError("notFound");
}

function sayProblem({ outgoing: { problem } }: LoaderFunctionArgs["context"]): void {
  if (problem) throw json({ sentence: problem.sentence }, { status: problem.status });
}

/** Never shown; without it Remix would answer with data instead of a page. */
export default function Nowhere() {
  return null;
}
