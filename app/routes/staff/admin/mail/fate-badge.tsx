import type { DeliveryStatus } from "#db/schema/telling/deliveries";
import { useWords } from "~/ui/frame";

const looks: Record<DeliveryStatus, string> = {
  queued: "bg-slate-soft text-slate",
  accepted: "bg-blue-soft text-blue",
  delivered: "bg-green-soft text-green",
  bounced: "bg-red-soft text-red",
  complained: "bg-red-soft text-red",
  suppressed: "bg-amber-soft text-amber",
  skipped: "bg-slate-soft text-slate",
  failed: "bg-red-soft text-red",
};

/** What became of a mail. */
export function FateBadge({ status }: { status: DeliveryStatus }) {
  const { t } = useWords();
  return (
    <span className={`inline-block rounded-full px-2 py-0.5 text-xs font-medium ${looks[status]}`}>
      {t(`mailStatus.${status}`)}
    </span>
  );
}
