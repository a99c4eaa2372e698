import { scopes } from "~/models/core/tokens/scopes";
import { button } from "~/ui/button";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";

interface Props {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  usedAt: string | null;
  isOver: boolean;
}

/** A token: what it is for, when it was used, and how it ends. */
export function TokenRow({ id, name, createdAt, expiresAt, usedAt, isOver, ...token }: Props) {
  const { t, date, list } = useWords();
  // One that the product knows no more is worth nothing.
  const known = token.scopes.filter((scope) => scope in scopes) as (keyof typeof scopes)[];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-48">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
        </p>
        <p className="text-sm">{list(known.map((scope) => t(`tokens.scope.${scopes[scope].words}`)))}</p>
        <p className="text-sm text-muted">
          {t("tokens.since")} <When at={createdAt} />
          {" · "}
          {usedAt ? (
            <>
              {t("tokens.used")} <When at={usedAt} />
            </>
          ) : (
            t("tokens.unused")
          )}
          {" · "}
          {expiresAt ? t(isOver ? "tokens.endedOn" : "tokens.endsOn", { date: date(expiresAt) }) : t("tokens.endless")}
        </p>
      </div>
      <Confirmed
        action="/me/tokens/revoke"
        fields={{ id }}
        label={t("tokens.revoke")}
        question={t("tokens.revokeQuestion")}
        className={button("plain", "small")}
      />
    </li>
  );
}
