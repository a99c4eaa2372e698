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
      <div className="mt-5 max-w-sm">
        <AddPasskey isFresh={isFresh} next="/me/sessions" />
      </div>
    </section>
  );
}

function Row({ id, name, createdAt, usedAt }: Passkey) {
  const { t } = useWords();
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-48">
          <p className="font-medium">
            <bdi>{name}</bdi>
          </p>
          <p className="text-sm text-muted">
            {t("ways.since")} <When at={createdAt} />
            {usedAt && (
              <>
                {" · "}
                {t("ways.used")} <When at={usedAt} />
              </>
            )}
          </p>
        </div>
        <form method="post" action="/me/passkeys/remove">
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={button("quiet", "small")}>
            {t("ways.remove")}
            <span className="sr-only"> {name}</span>
          </button>
        </form>
      </div>
      <Rename id={id} name={name} />
    </li>
  );
}

function Rename({ id, name }: Pick<Passkey, "id" | "name">) {
  const { t } = useWords();
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer text-muted underline">
        {t("passkeys.rename")}
        <span className="sr-only"> {name}</span>
      </summary>
      <form method="post" action="/me/passkeys/rename" className="mt-2 flex max-w-sm gap-2">
        <input type="hidden" name="id" value={id} />
        <input
          name="name"
          defaultValue={name}
          required
          maxLength={60}
          aria-label={t("passkeys.name")}
          dir="auto"
          className={`${control} min-w-0`}
        />
        <button type="submit" className={button("quiet", "small")}>
          {t("form.save")}
        </button>
      </form>
    </details>
  );
}
