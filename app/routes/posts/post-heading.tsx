import type { TextFlag } from "#db/schema/feedback/posts";
import { mayEdit } from "~/models/core/users/policy";
import type { Tag } from "~/models/feedback/tags/queries.server";
import { FlagMarks } from "~/ui/flag-marks";
import { useFrame } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { PageLink } from "~/ui/page-link";
import { PersonName } from "~/ui/person";
import { StatusBadge } from "~/ui/status-badge";
import { tagLooks } from "~/ui/tag-badge";
import { VoteButton } from "~/ui/vote-button";
import { When } from "~/ui/when";
import type { PostData } from "./load-post.server";

interface Props {
  post: PostData["post"];
  tags: Tag[];
  /** For those who may see them. */
  flags: TextFlag[] | undefined;
  /** Where the post stands for good. */
  address: string;
}

export function PostHeading({ post, tags, flags, address }: Props) {
  const { t, number } = useFrame().words;
  const { voteCount, importedVotes } = post;
  return (
    <header>
      {post.deletedAt && <Notice>{t("post.deletedNote")}</Notice>}
      <div className="flex gap-4">
        <VoteButton post={post} isFrozen={post.mergedInto !== null} />
        <div className="min-w-0">
          <h1 dir="auto" className="text-2xl tracking-tight sm:text-[1.75rem]">
            {post.title}
          </h1>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            <PersonName name={post.authorName} role={post.authorRole} />
            <When at={post.createdAt} />
            {post.editedAt && (
              <a href={`/posts/${post.number}/history`} className="underline">
                {t("post.edited")}
              </a>
            )}
            {importedVotes > 0 && (
              <span>
                {t("vote.imported", { count: voteCount, votes: number(voteCount), imported: number(importedVotes) })}
              </span>
            )}
            <EditLink post={post} />
            <PageLink address={address} />
          </p>
          <div className="facts mt-2.5">
            <StatusBadge status={post.status} />
            <span className="fact">
              <Icon name={post.kind} />
              {t(`kind.${post.kind}`)}
            </span>
            {tags
              .filter(({ id }) => post.tagIds.includes(id))
              .map((tag) => (
                <a key={tag.id} href={`/?tag=${tag.slug}&status=all`} className={tagLooks(tag.color)}>
                  <bdi>{tag.name}</bdi>
                </a>
              ))}
            {post.pinnedAt && <Mark icon="pin" label={t("post.pinned")} />}
            {post.lockedAt && <Mark icon="lock" label={t("post.locked")} />}
            <FlagMarks flags={flags} />
          </div>
        </div>
      </div>
    </header>
  );
}

function EditLink({ post }: { post: PostData["post"] }) {
  const { viewer, words } = useFrame();
  if (!mayEdit(viewer, post) || post.deletedAt || post.mergedInto) return null;
  return (
    <>
      <a href={`/posts/${post.number}/edit`} className="underline">
        {words.t("post.edit")}
      </a>
      <a href={`/files/of/post/${post.id}`} className="underline">
        {words.t("files.manage")}
      </a>
    </>
  );
}

function Mark({ icon, label }: { icon: "pin" | "lock"; label: string }) {
  return (
    <span className="fact">
      <Icon name={icon} />
      {label}
    </span>
  );
}

function Notice({ children }: { children: string }) {
  return <p className="mb-4 rounded-lg bg-danger-soft px-4 py-2 text-sm font-medium text-danger">{children}</p>;
}
