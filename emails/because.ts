import type { Kind, Reason } from "./props";
import type { Words } from "./words";

/** `You voted for this on 3 March 2026.`; nothing for those who did nothing of their own. */
export function because({ t, day }: Words, { reason, since }: { reason: Reason; since: Date | null }, kind: Kind) {
  if (!since || reason === "replied" || reason === "mentioned" || reason === "watcher") return undefined;
  const date = day(since);
  return reason === "author" ? t(`mail.because.author.${kind}`, { date }) : t(`mail.because.${reason}`, { date });
}

/** The reason for a mail as a sentence, for its foot. */
export const whyOf = ({ t }: Words, reason: Reason): string => t(`mail.footer.why.${reason}`);

/** A person's name, or a word for somebody without one. */
export const nameOf = ({ t }: Words, name: string | null): string => name ?? t("mail.somebody");
