import { useWords } from "./frame";

/** A day, with the exact moment for whoever wants it. */
export function When({ at }: { at: string }) {
  const { date, moment } = useWords();
  return (
    <time dateTime={at} title={moment(at)}>
      {date(at)}
    </time>
  );
}
