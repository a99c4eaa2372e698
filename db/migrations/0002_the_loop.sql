CREATE TYPE "public"."delivery_kind" AS ENUM('sign-in', 'move', 'comments', 'digest', 'merge', 'post', 'test');--> statement-breakpoint
CREATE TYPE "public"."mail_form" AS ENUM('single', 'bundle', 'digest');--> statement-breakpoint
CREATE TYPE "public"."mail_scope" AS ENUM('unsubscribe', 'mute', 'solved');--> statement-breakpoint
CREATE TYPE "public"."notification_reason" AS ENUM('author', 'voter', 'commenter', 'follower', 'replied', 'mentioned', 'watcher');--> statement-breakpoint
CREATE TYPE "public"."suppression_reason" AS ENUM('bounce', 'complaint', 'manual');--> statement-breakpoint
CREATE TYPE "public"."mail_pace" AS ENUM('instant', 'bundled', 'daily', 'weekly', 'off');--> statement-breakpoint
ALTER TYPE "public"."delivery_status" ADD VALUE 'delivered' BEFORE 'failed';--> statement-breakpoint
ALTER TYPE "public"."delivery_status" ADD VALUE 'bounced' BEFORE 'failed';--> statement-breakpoint
ALTER TYPE "public"."delivery_status" ADD VALUE 'complained' BEFORE 'failed';--> statement-breakpoint
ALTER TYPE "public"."delivery_status" ADD VALUE 'suppressed' BEFORE 'failed';--> statement-breakpoint
ALTER TYPE "public"."delivery_status" ADD VALUE 'skipped' BEFORE 'failed';--> statement-breakpoint
CREATE TABLE "board_watchers" (
	"board_id" integer NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "board_watchers_board_id_user_id_pk" PRIMARY KEY("board_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "hook_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"scope" "mail_scope" NOT NULL,
	"user_id" uuid NOT NULL,
	"post_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"event_id" bigint NOT NULL,
	"post_id" uuid NOT NULL,
	"reason" "notification_reason" NOT NULL,
	"since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mail_form" "mail_form",
	"mail_due_at" timestamp with time zone,
	"delivery_id" uuid
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"email" text PRIMARY KEY NOT NULL,
	"reason" "suppression_reason" NOT NULL,
	"answer" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"duplicate_id" uuid NOT NULL,
	"original_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "solution_checks" (
	"post_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_solved" boolean,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "solution_checks_post_id_user_id_pk" PRIMARY KEY("post_id","user_id")
);
--> statement-breakpoint
DROP INDEX "deliveries_by_date";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "kind" SET DATA TYPE "public"."delivery_kind" USING "kind"::"public"."delivery_kind";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "subject" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "html" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "attempted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "transport" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "handle" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mail_pace" "mail_pace" DEFAULT 'bundled' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "moves_in_digest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "digest_hour" smallint DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "digest_day" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_watchers" ADD CONSTRAINT "board_watchers_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_watchers" ADD CONSTRAINT "board_watchers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_duplicate_id_posts_id_fk" FOREIGN KEY ("duplicate_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_original_id_posts_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_checks" ADD CONSTRAINT "solution_checks_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solution_checks" ADD CONSTRAINT "solution_checks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hook_messages_by_date" ON "hook_messages" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "mail_tokens_by_date" ON "mail_tokens" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_of_event" ON "notifications" USING btree ("event_id","user_id");--> statement-breakpoint
CREATE INDEX "notifications_of_user" ON "notifications" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_due" ON "notifications" USING btree ("mail_due_at") WHERE mail_form is not null and delivery_id is null;--> statement-breakpoint
CREATE INDEX "notifications_pending" ON "notifications" USING btree ("user_id","mail_form") WHERE mail_form is not null and delivery_id is null;--> statement-breakpoint
CREATE INDEX "notifications_of_delivery" ON "notifications" USING btree ("delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_standing" ON "merges" USING btree ("duplicate_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "merges_of_original" ON "merges" USING btree ("original_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "solution_checks_unsolved" ON "solution_checks" USING btree ("post_id") WHERE not is_solved;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_merged_from_posts_id_fk" FOREIGN KEY ("merged_from") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_merged_from_posts_id_fk" FOREIGN KEY ("merged_from") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_by_status" ON "deliveries" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_by_address" ON "deliveries" USING btree ("to","created_at");--> statement-breakpoint
CREATE INDEX "deliveries_of_batch" ON "deliveries" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_by_provider" ON "deliveries" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "follows_merged" ON "follows" USING btree ("merged_from") WHERE merged_from is not null;--> statement-breakpoint
CREATE INDEX "votes_merged" ON "votes" USING btree ("merged_from") WHERE merged_from is not null;--> statement-breakpoint
CREATE INDEX "deliveries_by_date" ON "deliveries" USING btree ("created_at","id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_handle_unique" UNIQUE("handle");