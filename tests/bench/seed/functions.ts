import type { TransactionSql } from "postgres";
import { newcomers, type Size } from "./size";

export const start = "2023-01-01 00:00:00+00";
const end = "2026-01-01 00:00:00+00";

/** Above the number of people, so no number of people has one of them as a factor. */
const strides = [1_000_003, 1_299_709, 15_485_863, 32_452_843, 49_979_687];

/** What everything is invented by, for the length of the session: it looks random and is the same in every run. */
export async function createFunctions(sql: TransactionSql, { posts, people }: Size): Promise<void> {
  const voters = people - newcomers;
  await sql.unsafe(`
    -- 0 ≤ chance < 1
    create function pg_temp.chance(a bigint, b bigint) returns float8 language sql immutable as $$
      select (hashint8(a * 65537 + b) & 1048575) / 1048576.0::float8 $$;
    -- Within so many days, rather soon than late, and before the end.
    create function pg_temp.later(since timestamptz, days float8, share float8) returns timestamptz
      language sql immutable as $$
      select since + least(days * interval '1 day', timestamptz '${end}' - since) * (share * share * share) $$;
    create function pg_temp.id_at(moment timestamptz, salt text) returns uuid language sql immutable as $$
      select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7' || substr(md5(salt), 1, 3)
        || '8' || substr(md5(salt), 4, 15))::uuid $$;
    create function pg_temp.posted_at(number int) returns timestamptz language sql immutable as $$
      select timestamptz '${start}' + (timestamptz '${end}' - timestamptz '${start}')
        * ((number - 1 + pg_temp.chance(number, 0)) / ${posts}.0) $$;
    -- The person "by" of those who care about a post: its author is 0, its voters come after. Nobody has two places.
    create function pg_temp.participant(number int, by int) returns int language sql immutable as $$
      select ((number::bigint * 7919 + by::bigint * (array[${strides}])[1 + number % ${strides.length}]) % ${voters})::int
      $$;
    -- What a duplicate is merged into: another of the same hundred, of which only the last is a duplicate.
    create function pg_temp.original_of(number int) returns int language sql immutable as $$
      select number - 1 - number / 100 % 50 $$;
    -- The first comments come soonest.
    create function pg_temp.said_at(posted timestamptz, number int, count int, place int) returns timestamptz
      language sql immutable as $$
      select pg_temp.later(posted, 120, (place - 1 + pg_temp.chance(number, place)) / count) $$;
  `);
}
