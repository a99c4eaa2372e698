import { useWords } from "./frame";

/**
 * A day, with the exact moment for whoever wants it. Pages are kept, and what was "2 hours ago" would not stay true in
 * them: the browser says how long ago it is (app/browser/time-ago.ts), and without it the day stands.
 */
export function When({ at }: { at: string }) {
  const { date, moment } = useWords();
  return (
    <time-ago>
      <time dateTime={at} title={moment(at)}>
        {date(at)}
      </time>
    </time-ago>
  );
}
