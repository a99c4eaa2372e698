import type { TextFlag } from "#db/schema/feedback/posts";
import { useWords } from "./frame";
import { Icon } from "./icon";

/** For the team: what looks as if no person had written a text. */
export function FlagMarks({ flags = [] }: { flags?: TextFlag[] }) {
  const { t } = useWords();
  return (
    <>
      {flags.map((flag) => (
        <span key={flag} className="fact">
          <Icon name="flag" />
          {t(`flags.${flag}`)}
        </span>
      ))}
    </>
  );
}
