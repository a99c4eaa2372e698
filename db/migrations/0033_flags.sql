CREATE TYPE "public"."text_flag" AS ENUM('filled_honeypot', 'sent_fast');--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "flags" text_flag[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "flags" text_flag[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "comments_flagged" ON "comments" USING btree ("post_id") WHERE deleted_at is null and flags <> '{}';--> statement-breakpoint
CREATE INDEX "posts_flagged" ON "posts" USING btree ("created_at","number") WHERE deleted_at is null and merged_into is null and flags <> '{}';