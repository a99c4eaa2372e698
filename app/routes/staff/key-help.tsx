import type { InboxNoun } from "#db/schema/feedback/inbox";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

/** What the keys of every list do; those of a row in between. */
const before = [
  ["next", "j"],
  ["previous", "k"],
  ["select", "x"],
  ["open", "o"],
] as const;
const after = [["help", "?"]] as const;

const keysOf = {
  post: [...before, ["move", "m"], ["answer", "a"], ["tags", "t"], ["board", "b"], ["merge", "g"], ...after],
  ticket: [...before, ["reply", "a"], ["merge", "g"], ...after],
} as const;

/** The keys of the inbox or the queue: folded on the page, and in a dialog that `?` opens. */
export function KeyHelp({ noun }: { noun: InboxNoun }) {
  const { t } = useWords();
  return (
    <>
      <details className="mt-4 text-sm">
        <summary className="w-fit cursor-pointer text-muted underline">{t("inbox.keys.title")}</summary>
        <KeyList noun={noun} />
      </details>
      <dialog
        aria-labelledby="inbox-keys"
        className="m-auto w-96 max-w-full rounded-card border border-line bg-surface p-5 text-sm text-ink backdrop:bg-black/40"
      >
        <h2 id="inbox-keys" className="text-lg">
          {t("inbox.keys.title")}
        </h2>
        <KeyList noun={noun} />
        <form method="dialog" className="mt-4">
          <button type="submit" className={button("quiet", "small")}>
            {t("inbox.keys.close")}
          </button>
        </form>
      </dialog>
    </>
  );
}

function KeyList({ noun }: { noun: InboxNoun }) {
  const { t } = useWords();
  return (
    <>
      <p className="mt-2 text-muted">{t("inbox.keys.intro")}</p>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {keysOf[noun].map(([name, key]) => (
          <div key={key} className="contents">
            <dt>
              <kbd dir="ltr" className="rounded border border-line bg-sunken px-1.5 py-0.5 font-mono">
                {key}
              </kbd>
            </dt>
            <dd>{t(`inbox.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
