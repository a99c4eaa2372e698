import { useWords } from "~/ui/frame";

/** What can be made of one message: a mail to somebody outside, or a ticket of its own. */
export function MessageTools({ id, path }: { id: string; path: string }) {
  const { t } = useWords();
  return (
    <p className="mt-2 flex flex-wrap gap-3 text-sm text-muted print:hidden">
      {(["forward", "split"] as const).map((what) => (
        <a key={what} href={`${path}/${what}?message=${id}`} className="underline">
          {t(`tickets.${what}`)}
        </a>
      ))}
    </p>
  );
}
