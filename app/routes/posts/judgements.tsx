import { useWords } from "~/ui/frame";
import type { PostData } from "./load-post.server";

/** What those said whom we asked whether a done post solved it. */
export function Judgements({ solved, unsolved, people }: NonNullable<PostData["judgements"]>) {
  const { t, number, list } = useWords();
  const counts = list([
    t("solved.saidYes", { count: solved, people: number(solved) }),
    t("solved.saidNo", { count: unsolved, people: number(unsolved) }),
  ]);
  if (unsolved === 0) return <p className="p-4 text-sm">{counts}</p>;
  return (
    <details className="p-4 text-sm">
      <summary className="underline">{counts}</summary>
      <p className="mt-2 text-muted">{t("solved.who")}</p>
      <ul className="mt-1 space-y-1">
        {people.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name ?? t("people.deleted")}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
