import { AddPasskey } from "~/ui/add-passkey";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";

interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  usedAt: string | null;
}

interface Props {
  passkeys: Passkey[];
  /** Whether the viewer has signed in a moment ago. */
  isFresh: boolean;
}

/** The viewer's passkeys: to add one, to call it something else, to remove it. */
export function Passkeys({ passkeys, isFresh }: Props) {
  const { t } = useWords();
  return (
    <section className="mt-10">
      <h2 className="text-lg">{t("passkeys.heading")}</h2>
      <p className="mt-1 text-muted">{t("passkeys.intro")}</p>
      {passkeys.length > 0 && (
        <ul className={`${card} mt-4 divide-y divide-line`}>
          {passkeys.map((passkey) => (
            <Row key={passkey.id} {...passkey} />
          ))}
        </ul>
      )}
      <AddPasskey isFresh={isFresh} next="/me/sessions" />
    </section>
  );
}

function Row({ id, name, createdAt, usedAt }: Passkey) {
  const { t } = useWords();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <form method="post" action="/me/passkeys/rename" className="flex min-w-0 grow basis-56 flex-wrap gap-2">
        <input type="hidden" name="id" value={id} />
        <input
          name="name"
          defaultValue={name}
          required
          maxLength={60}
          aria-label={t("passkeys.name")}
          dir="auto"
          className={`${control} max-w-52`}
        />
        <button type="submit" className={button("quiet", "small")}>
          {t("passkeys.rename")}
          <span className="sr-only"> {name}</span>
        </button>
        <p className="w-full text-sm text-muted">
          {t("ways.since")} <When at={createdAt} />
          {usedAt && (
            <>
              {" · "}
              {t("ways.used")} <When at={usedAt} />
            </>
          )}
        </p>
      </form>
      <form method="post" action="/me/passkeys/remove">
        <input type="hidden" name="id" value={id} />
        <button type="submit" className={button("quiet", "small")}>
          {t("ways.remove")}
          <span className="sr-only"> {name}</span>
        </button>
      </form>
    </li>
  );
}
