import type { LoaderFunctionArgs } from "@remix-run/node";
import { proceed } from "~/http/after-sign-in.server";
import { asRefusal } from "~/http/as-refusal";
import { beginSession } from "~/http/begin-session.server";
import { readInvitation } from "~/http/invitation-cookie.server";
import { readOwnAppToken } from "~/http/own-app-token.server";
import { safePath } from "~/http/paths.server";
import { turnedAway } from "~/http/turned-away.server";
import type { Visit } from "~/http/visit.server";
import { DomainError } from "~/models/core/domain-error";
import { ownApp } from "~/models/core/sign-in/identity";
import { signInAs } from "~/models/core/sign-in/sign-in-as.server";
import { useToken } from "~/models/core/sign-in/use-token.server";
import { nameDraft } from "~/models/core/users/draft";
import { setName } from "~/models/core/users/set-name.server";
import type { User } from "~/models/core/users/viewer";
import { noteCompany } from "~/models/insights/companies/note-company.server";

/** Somebody comes from the customer's own app, which has signed who it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  if (!context.env.SSO_SECRET) throw new DomainError("notFound");
  // Whoever only looks, or looks ahead, uses nothing up.
  if (request.method !== "GET" || request.headers.get("Sec-Purpose")?.startsWith("prefetch"))
    return new Response(null, { status: 503 });
  const next = safePath(context.query.text("next", 2000));
  const user = await signIn(args).catch(asRefusal);
  if (user instanceof DomainError) return turnedAway(context, user, next);
  return proceed({ request, context, user, next });
}

async function signIn(args: LoaderFunctionArgs): Promise<User> {
  const { request, context } = args;
  const { db, env, words } = context;
  const { claims, signed } = await readOwnAppToken(context, context.address.searchParams.get("token") ?? "");
  const { exp, sub, email, name, company } = claims;
  if (!(await useToken(db, signed, new Date(exp * 1000)))) throw new DomainError("tokenUsed");
  const signedIn = await signInAs(db, {
    identity: { provider: ownApp, subject: sub ?? email.toLowerCase(), email, isVerified: true },
    providerName: env.SSO_NAME,
    language: words.language,
    adminEmail: env.ADMIN_EMAIL,
    invitationId: readInvitation(request, context),
  });
  const user = await named(context, signedIn.user, name);
  if (company && signedIn.email) await noteCompany(db, { email: signedIn.email, ...company });
  await beginSession(args, { user, email: signedIn.email, way: ownApp });
  return user;
}

/** The person under the name that the app knows, if they have none yet and it can be one. */
async function named({ db }: Visit, user: User, given: string | undefined): Promise<User> {
  const parsed = nameDraft.safeParse({ name: given });
  if (user.name || !parsed.success) return user;
  const { name } = parsed.data;
  await setName(db, { viewer: user, name });
  return { ...user, name };
}
