import { mayModerate } from "~/models/core/users/policy";
import { button } from "~/ui/button";
import { Confirmed } from "~/ui/confirmed";
import { useFrame } from "~/ui/frame";
import type { PostData } from "./load-post.server";

interface Named {
  number: number;
  title: string;
}

/** The address of a duplicate leads to where it stands already, so only staff, who may look at it, get a link. */
export function PostLink({ post: { number, title }, isDuplicate }: { post: Named; isDuplicate: boolean }) {
  const { viewer } = useFrame();
  const name = (
    <bdi>
      #{number} {title}
    </bdi>
  );
  if (isDuplicate && !mayModerate(viewer)) return name;
  return (
    <a href={`/posts/${number}${isDuplicate ? "?stay" : ""}`} className="text-ink underline">
      {name}
    </a>
  );
}

/** Lists the duplicates that were merged into a post. */
export function Duplicates({ duplicates }: { duplicates: Named[] }) {
  const { t } = useFrame().words;
  if (duplicates.length === 0) return null;
  return (
    <section aria-labelledby="duplicates" className="mt-6 text-sm text-muted">
      <h2 id="duplicates" className="text-xs font-semibold">
        {t("merge.duplicates")}
      </h2>
      <ul className="mt-1 space-y-0.5">
        {duplicates.map((post) => (
          <li key={post.number}>
            <PostLink post={post} isDuplicate />
          </li>
        ))}
      </ul>
    </section>
  );
}

const note = "mb-4 rounded-lg bg-accent-soft px-4 py-2 text-sm";

/** For whoever came by the address of a duplicate. */
export function FromNote({ duplicate }: { duplicate: Named }) {
  const { t } = useFrame().words;
  return (
    <p role="note" className={note}>
      {t("merge.from")}{" "}
      <bdi>
        #{duplicate.number} {duplicate.title}
      </bdi>
    </p>
  );
}

/** For staff who look at the duplicate itself. */
export function MergedNote({ post, original }: { post: PostData["post"]; original: Named }) {
  const { t } = useFrame().words;
  return (
    <div role="note" className={`${note} space-y-2`}>
      <p>
        {t("merge.into")} <PostLink post={original} isDuplicate={false} />
      </p>
      <Confirmed
        action={`/posts/${post.number}/unmerge`}
        label={t("merge.unmerge")}
        question={t("merge.unmergeQuestion")}
        className={button("quiet", "small")}
      />
    </div>
  );
}
