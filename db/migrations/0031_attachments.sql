CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"storage_key" uuid NOT NULL,
	"uploader_id" uuid NOT NULL,
	"post_id" uuid,
	"comment_id" uuid,
	"note_id" uuid,
	"draft_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"widths" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "attachments_subject" CHECK (num_nonnulls("attachments"."post_id", "attachments"."comment_id", "attachments"."note_id") <= 1)
);
--> statement-breakpoint
DROP INDEX "events_of_timeline";--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploader_id_users_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_note_id_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_stored" ON "attachments" USING btree ("storage_key");--> statement-breakpoint
CREATE INDEX "attachments_of_post" ON "attachments" USING btree ("post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_of_comment" ON "attachments" USING btree ("comment_id") WHERE comment_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_of_note" ON "attachments" USING btree ("note_id") WHERE note_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_of_draft" ON "attachments" USING btree ("draft_id") WHERE draft_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_of_nothing" ON "attachments" USING btree ("created_at") WHERE post_id is null and comment_id is null and note_id is null;--> statement-breakpoint
CREATE INDEX "attachments_by_uploader" ON "attachments" USING btree ("uploader_id","id");--> statement-breakpoint
CREATE INDEX "events_of_timeline" ON "events" USING btree ("post_id","id") WHERE type in ('post.tagged', 'post.board_changed', 'post.pinned', 'post.unpinned', 'post.locked', 'post.unlocked', 'post.deleted', 'post.restored', 'attachment.removed');