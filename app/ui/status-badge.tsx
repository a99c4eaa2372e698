import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import { useWords } from "./frame";

/** Their colours are those of the portal (app/endpoints/portal-style.server.ts); until it sets any, these. */
const looks: Record<PostStatus, string> = {
  open: "bg-slate-soft text-slate",
  under_review: "bg-amber-soft text-amber",
  planned: "bg-violet-soft text-violet",
  confirmed: "bg-amber-soft text-amber",
  in_progress: "bg-blue-soft text-blue",
  shipped: "bg-green-soft text-green",
  fixed: "bg-green-soft text-green",
  declined: "bg-red-soft text-red",
  not_reproducible: "bg-slate-soft text-slate",
  wont_fix: "bg-red-soft text-red",
};

export function StatusBadge({ status }: { status: PostStatus }) {
  const { t } = useWords();
  return <span className={`badge ${looks[status]} status-${status}`}>{t(`status.${status}`)}</span>;
}

export function KindBadge({ kind }: { kind: PostKind }) {
  const { t } = useWords();
  return <span className="text-xs font-medium text-muted">{t(`kind.${kind}`)}</span>;
}
