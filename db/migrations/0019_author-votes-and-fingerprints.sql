ALTER TABLE "entries" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "bulk_actions" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "fingerprint" text;
--> statement-breakpoint
-- Merging takes its turn, as every command that merges does.
SELECT pg_advisory_xact_lock(hashtextextended('merge', 0));--> statement-breakpoint
-- Who posted before, votes, unless they took that vote back; originals are lent the vote as by carry-over.server.ts. The
-- version before this one may be running: as its commands do, this holds the posts first and adds to what is counted.
WITH RECURSIVE held AS MATERIALIZED (
	SELECT id, author_id, created_at FROM posts
	WHERE NOT EXISTS (SELECT FROM votes WHERE votes.post_id = posts.id AND votes.user_id = posts.author_id)
		OR id IN (SELECT original_id FROM merges WHERE undone_at IS NULL)
	ORDER BY number FOR UPDATE
), given AS (
	SELECT id AS post_id, author_id AS user_id, NULL::uuid AS merged_from, created_at, NULL::uuid AS merge_id FROM held
	WHERE NOT EXISTS (SELECT FROM votes WHERE votes.post_id = held.id AND votes.user_id = held.author_id)
		AND NOT EXISTS (SELECT FROM events WHERE events.post_id = held.id AND events.actor_id = held.author_id
			AND events.type = 'post.unvoted')
	UNION ALL
	SELECT merges.original_id, given.user_id, given.post_id, given.created_at, merges.id
	FROM given JOIN merges ON merges.duplicate_id = given.post_id AND merges.undone_at IS NULL
	WHERE NOT EXISTS (SELECT FROM votes WHERE votes.post_id = merges.original_id AND votes.user_id = given.user_id)
		AND NOT EXISTS (SELECT FROM events AS merged JOIN events AS unvoted ON unvoted.post_id = merges.original_id
				AND unvoted.type = 'post.unvoted' AND unvoted.actor_id = given.user_id AND unvoted.id > merged.id
			WHERE merged.post_id = merges.duplicate_id AND merged.type = 'post.merged'
				AND merged.data ->> 'mergeId' = merges.id::text)
), cast_now AS (
	INSERT INTO votes (post_id, user_id, merged_from, created_at)
	SELECT DISTINCT ON (post_id, user_id) post_id, user_id, merged_from, created_at FROM given
	ORDER BY post_id, user_id, merge_id NULLS FIRST
	ON CONFLICT DO NOTHING RETURNING post_id
)
UPDATE posts SET vote_count = vote_count + added.count
FROM (SELECT post_id, count(*)::integer AS count FROM cast_now GROUP BY post_id) AS added WHERE posts.id = added.post_id;--> statement-breakpoint
-- Pages that the version before has kept show counts that are others now.
SELECT pg_notify('groundswell_news', gen_random_uuid() || ' ["all"]');
