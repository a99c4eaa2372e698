import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasJustSignedIn, requireUser } from "~/http/guards.server";
import { storedSessionId } from "~/http/session.server";
import { providerName } from "~/http/sign-in-with.server";
import type { Visit } from "~/http/visit.server";
import { listIdentities } from "~/models/core/sign-in/identities.server";
import { listPasskeys } from "~/models/core/sign-in/passkeys/own-passkeys.server";
import { listSessions } from "~/models/core/sign-in/sessions.server";
import { shownAddress } from "~/models/core/text/shown-address.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";
import { Identities } from "./identities";
import { Passkeys } from "./passkeys";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const here = storedSessionId(args.context);
  const [sessions, identities, passkeys] = await Promise.all([
    listSessions(db, viewer),
    listIdentities(db, viewer),
    listPasskeys(db, viewer),
  ]);
  return {
    head: { title: words.t("sessions.title"), isPrivate: true },
    sessions: sessions.map(({ way, createdAt, seenAt, ...session }) => ({
      ...session,
      isHere: session.id === here,
      way: way && sayWay(args.context, way),
      createdAt: createdAt?.toISOString(),
      seenAt: seenAt?.toISOString(),
    })),
    identities: identities.map(({ provider, email, ...identity }) => ({
      ...identity,
      provider: providerName(args.context, provider),
      email: shownAddress(email),
    })),
    passkeys,
    isFresh: hasJustSignedIn(args.context),
  };
}

/** By what somebody signed in, in words. */
function sayWay(visit: Visit, way: string): string {
  const { t } = visit.words;
  if (way === "mail" || way === "passkey") return t(`ways.signedIn.${way}`);
  return t("ways.signedIn.provider", { provider: providerName(visit, way) });
}

export default function Sessions() {
  const { t } = useWords();
  const { sessions, identities, passkeys, isFresh } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("sessions.title")}</h1>
      <ul className={`${card} mt-6 divide-y divide-line`}>
        {sessions.map(({ id, device, way, createdAt, seenAt, isHere }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <bdi>{device ?? t("sessions.unknown")}</bdi> {isHere && <span>({t("sessions.here")})</span>}
              </p>
              <p className="text-sm text-muted">
                {createdAt && (
                  <>
                    {t("sessions.since")} <When at={createdAt} />
                  </>
                )}
                {way && ` · ${way}`}
                {seenAt && (
                  <>
                    {" · "}
                    {t("sessions.seen")} <When at={seenAt} />
                  </>
                )}
              </p>
            </div>
            {!isHere && (
              <form method="post" action="/me/sessions/end">
                <input type="hidden" name="id" value={id} />
                <button type="submit" className={button("quiet", "small")}>
                  {t("sessions.end")}
                  <span className="sr-only"> {device}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/me/sessions/end-others" className="mt-6">
          <button type="submit" className={button("danger")}>
            {t("sessions.endOthers")}
          </button>
        </form>
      )}
      <Passkeys passkeys={passkeys} isFresh={isFresh} />
      {identities.length > 0 && <Identities identities={identities} />}
    </div>
  );
}
