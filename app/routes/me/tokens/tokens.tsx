import type { SubmissionResult } from "@conform-to/react";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { hasJustSignedIn, requireFreshUser, requireUser } from "~/http/guards.server";
import * as field from "~/models/core/text/fields";
import { tokenDraft } from "~/models/core/tokens/draft";
import { makeToken } from "~/models/core/tokens/make-token.server";
import { listTokens } from "~/models/core/tokens/own-tokens.server";
import { scopesFor } from "~/models/core/tokens/scopes";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { MadeToken } from "./made-token";
import { SignInFirst, TokenForm } from "./token-form";
import { TokenRow } from "./token-row";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const now = new Date();
  const tokens = await listTokens(db, viewer);
  return {
    head: { title: words.t("tokens.title"), isPrivate: true },
    tokens: tokens.map((token) => ({ ...token, isOver: token.expiresAt !== null && token.expiresAt <= now })),
    scopes: scopesFor(viewer),
    isFresh: hasJustSignedIn(args.context),
    newId: uuid(),
  };
}

const form = tokenDraft.extend({ id: field.clientId() });

/** Shows the token in the response itself, which nobody keeps: it stands in no address, no cookie and no table. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireFreshUser(args);
  const { db, isByPasskey } = args.context;
  const { id, ...draft } = await readForm(args, form);
  const value = await makeToken(db, { viewer, id, draft, isByPasskey });
  return json({ made: { name: draft.name, value } });
}

type Outcome = { made: { name: string; value: string } } | SubmissionResult<string[]>;

export default function Tokens() {
  const { t } = useWords();
  const { tokens, scopes, isFresh, newId } = useLoaderData<typeof loader>();
  const outcome = useActionData() as Outcome | undefined;
  const made = outcome && "made" in outcome ? outcome.made : undefined;
  const refused = outcome && !("made" in outcome) ? outcome : undefined;
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("tokens.title")}</h1>
      <p className="mt-1 text-muted">{t("tokens.intro")}</p>
      {made && <MadeToken {...made} />}
      <h2 className="mt-8 text-lg">{t("tokens.made")}</h2>
      {tokens.length === 0 && <p className="mt-2 text-muted">{t("tokens.none")}</p>}
      {tokens.length > 0 && (
        <ul className={`${card} mt-3 divide-y divide-line`}>
          {tokens.map((token) => (
            <TokenRow key={token.id} {...token} />
          ))}
        </ul>
      )}
      {isFresh ? <TokenForm newId={newId} offered={scopes} refused={refused} /> : <SignInFirst />}
    </div>
  );
}
