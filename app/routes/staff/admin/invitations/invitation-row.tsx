import type { Role } from "#db/schema/core/users";
import { button } from "~/ui/button";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { PageLink } from "~/ui/page-link";

interface Props {
  id: string;
  /** Null for a link. */
  email: string | null;
  role: Role;
  by: string | null;
  /** That they are guests of. */
  board: string | null;
  expiresAt: Date | string;
  revokedAt: Date | string | null;
  most: number;
  used: number;
  isOver: boolean;
  link?: string;
}

/** An invitation: whom it is for, how often it was used, and how it ends. */
export function InvitationRow({ id, email, role, by, board, expiresAt, revokedAt, most, used, isOver, link }: Props) {
  const { t, day, number } = useWords();
  const name = email ?? t("invitations.link");
  const state = revokedAt ? "revoked" : used >= most ? "used" : isOver ? "ended" : "open";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-56">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
        </p>
        <p className="text-sm text-muted">
          {t(`role.${role}`)} · {t(`invitations.state.${state}`, { date: day(expiresAt) })} ·{" "}
          {t("invitations.used", { count: used, used: number(used), most: number(most) })}
          {board && (
            <>
              {" · "}
              <bdi>{board}</bdi>
            </>
          )}
          {by && (
            <>
              {" · "}
              <bdi>{by}</bdi>
            </>
          )}
        </p>
      </div>
      {link && <PageLink address={link} />}
      {!isOver && (
        <Confirmed
          action={`/staff/invitations/${id}/revoke`}
          label={t("invitations.revoke")}
          question={t("invitations.revokeQuestion")}
          className={button("plain", "small")}
        />
      )}
    </li>
  );
}
