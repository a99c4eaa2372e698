import {
  type ActionFunction,
  type ActionFunctionArgs,
  json,
  type LoaderFunction,
  redirect,
  type ServerBuild,
} from "@remix-run/node";
import { isDatabaseAway, isSenseless } from "#db/failures.server";
import { DomainError } from "~/models/core/domain-error";
import { InvalidForm } from "./forms.server";
import { SignInFirst, wantsJson } from "./guards.server";
import { keepSentForm } from "./kept-form.server";
import { backPath } from "./paths.server";
import { leaveProblem } from "./toast.server";
import type { Visit } from "./visit.server";

/**
 * Lets every loader and action throw what a person may expect to go wrong, and turns it into a response
 * here and nowhere else:
 *
 * - our own script gets the sentence as JSON;
 * - a form that is wrong, or that the command refuses, is shown again as it was filled in;
 * - a button (a route without a page) leads back with the sentence as a message;
 * - all else becomes a page that says what happened.
 *
 * What is not expected passes through, is logged once, and is answered with 500.
 */
export function withOutcomes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action, default: page } = route?.module ?? {};
    const module = {
      ...route?.module,
      ...(loader && { loader: withResponse(loader, page !== undefined) }),
      ...(action && { action: withResponse(action, page !== undefined) }),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function withResponse(handle: LoaderFunction | ActionFunction, hasPage: boolean): LoaderFunction & ActionFunction {
  return async (args: ActionFunctionArgs) => {
    try {
      return await handle(args);
    } catch (thrown) {
      if (thrown instanceof SignInFirst) return leadToSignIn(thrown, args);
      return respond(thrown, args, hasPage);
    }
  };
}

/** Redirects to the page for signing in; a form that was sent is kept until they are back. */
async function leadToSignIn({ path, keepsAll }: SignInFirst, args: ActionFunctionArgs): Promise<Response> {
  if (args.request.method === "POST") await keepSentForm(args, keepsAll);
  return redirect(path, 303);
}

function respond(thrown: unknown, { request, context }: ActionFunctionArgs, hasPage: boolean): unknown {
  const outcome = read(thrown, context);
  if (!outcome) throw thrown;
  if (thrown instanceof DomainError) context.outgoing.refusal = thrown;
  const { status, sentence } = outcome;
  if (wantsJson(request)) return json({ error: sentence }, { status });
  const isRefusal = request.method !== "GET" && [401, 409, 422, 429].includes(status);
  const isToBeSentAgain = isRefusal || (request.method !== "GET" && status === 503);
  if (isToBeSentAgain && hasPage && context.outgoing.submission)
    return json(refill(context, thrown, sentence), { status });
  if (isRefusal && thrown instanceof DomainError) {
    leaveProblem(context, thrown);
    return redirect(backPath(request, context.origin, "/"), 303);
  }
  if (!hasPage) context.outgoing.problem = { status, sentence };
  throw json({ sentence }, { status });
}

function read(thrown: unknown, { words: { t }, log }: Visit): { status: number; sentence: string } | undefined {
  if (thrown instanceof DomainError) {
    return { status: thrown.status, sentence: t(`problems.${thrown.code}`, thrown.details.params ?? {}) };
  }
  if (thrown instanceof InvalidForm) return { status: 422, sentence: t("problems.invalidForm") };
  if (isSenseless(thrown)) {
    // Whatever reads the value should have known; but no visitor can fill the log of errors with it.
    log.warn({ reason: (thrown as Error).message.slice(0, 200) }, "the database refused a value");
    return { status: 400, sentence: t("problems.malformed") };
  }
  if (isDatabaseAway(thrown)) return { status: 503, sentence: t("problems.databaseAway") };
}

/** The form as it was filled in, with what is wrong at each field, as `useForm` takes it. */
function refill({ outgoing: { submission } }: Visit, thrown: unknown, sentence: string) {
  if (!(thrown instanceof DomainError)) return submission?.reply();
  const { field } = thrown.details;
  return submission?.reply(field ? { fieldErrors: { [field]: [sentence] } } : { formErrors: [sentence] });
}
