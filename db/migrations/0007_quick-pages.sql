DROP INDEX "notifications_unread";--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "solved_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "unsolved_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "suppressions_by_date" ON "suppressions" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "freshdesk_writes_waiting" ON "freshdesk_writes" USING btree ("created_at") WHERE state in ('queued', 'sending', 'uncertain');--> statement-breakpoint
CREATE INDEX "freshdesk_writes_settled" ON "freshdesk_writes" USING btree ("state","settled_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE INDEX "posts_by_unsolved" ON "posts" USING btree ("unsolved_count","number") WHERE unsolved_count > 0;--> statement-breakpoint
CREATE INDEX "users_by_name" ON "users" USING btree ((role = 'member'),"name","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "users_by_email_prefix" ON "users" USING btree ("email" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "users_by_handle_prefix" ON "users" USING btree ("handle" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "users_by_part_of_name" ON "users" USING gin (lower(name) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","id") WHERE read_at is null;--> statement-breakpoint
-- What was answered before anybody kept count.
UPDATE "posts" SET "solved_count" = answers.solved, "unsolved_count" = answers.unsolved
FROM (
  SELECT post_id, count(*) FILTER (WHERE is_solved) AS solved, count(*) FILTER (WHERE NOT is_solved) AS unsolved
  FROM "solution_checks" WHERE is_solved IS NOT NULL GROUP BY post_id
) AS answers
WHERE answers.post_id = "posts"."id";
