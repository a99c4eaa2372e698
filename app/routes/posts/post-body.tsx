import { Attachments } from "~/ui/attachments";
import { useWords } from "~/ui/frame";
import { Prose } from "~/ui/prose";
import type { PostData } from "./load-post.server";

export function PostBody({ post, files }: Pick<PostData, "post" | "files">) {
  return (
    <div className="mt-6 space-y-6">
      {post.bug && <BugDetails bug={post.bug} />}
      {post.bodyHtml && <Prose html={post.bodyHtml} />}
      <Attachments files={files[post.id]} html={htmlOf(post)} />
    </div>
  );
}

const htmlOf = ({ bodyHtml, bug }: PostData["post"]): string =>
  [bodyHtml, bug?.actualHtml, bug?.expectedHtml, bug?.stepsHtml].join("");

function BugDetails({ bug }: { bug: NonNullable<PostData["post"]["bug"]> }) {
  const { t } = useWords();
  const parts = [
    [t("postForm.actual"), bug.actualHtml],
    [t("postForm.expected"), bug.expectedHtml],
    [t("postForm.steps"), bug.stepsHtml],
  ] as const;
  return (
    <>
      {parts
        .filter(([, html]) => html)
        .map(([label, html]) => (
          <section key={label} aria-label={label}>
            <h2 className="mb-1 text-sm text-muted">{label}</h2>
            <Prose html={html} />
          </section>
        ))}
      {bug.version && (
        <p className="text-sm">
          <span className="text-muted">{t("postForm.version")}:</span> <bdi>{bug.version}</bdi>
        </p>
      )}
    </>
  );
}
