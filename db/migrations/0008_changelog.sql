ALTER TYPE "public"."delivery_kind" ADD VALUE 'entry';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'subscription';--> statement-breakpoint
ALTER TYPE "public"."mail_scope" ADD VALUE 'subscription';--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "entries_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"author_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body_markdown" text NOT NULL,
	"body_html" text NOT NULL,
	"html_version" smallint NOT NULL,
	"excerpt" text NOT NULL,
	"label_ids" integer[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"scheduled_for" timestamp with time zone,
	"scheduler_id" uuid,
	"tells_subscribers" boolean DEFAULT true NOT NULL,
	"refusal" jsonb,
	"published_at" timestamp with time zone,
	"announced_at" timestamp with time zone,
	"thanked_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "entries_number_unique" UNIQUE("number"),
	CONSTRAINT "entries_state" CHECK (num_nonnulls(scheduled_for, published_at) < 2),
	CONSTRAINT "entries_scheduler" CHECK ((scheduled_for is null) or scheduler_id is not null)
);
--> statement-breakpoint
CREATE TABLE "entry_labels" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entry_labels_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text,
	"color" "tag_color" DEFAULT 'slate' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entry_labels_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "entry_posts" (
	"entry_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"is_moved" boolean DEFAULT false NOT NULL,
	CONSTRAINT "entry_posts_entry_id_post_id_pk" PRIMARY KEY("entry_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"email" text,
	"language" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "subscribers_userId_unique" UNIQUE("user_id"),
	CONSTRAINT "subscribers_email_unique" UNIQUE("email"),
	CONSTRAINT "subscribers_somebody" CHECK (num_nonnulls(user_id, email) = 1)
);
--> statement-breakpoint
ALTER TABLE "mail_tokens" DROP CONSTRAINT "mail_tokens_of_somebody";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "entry_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "subscriber_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD COLUMN "subscriber_id" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "hides_name" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "changelog_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_scheduler_id_users_id_fk" FOREIGN KEY ("scheduler_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_posts" ADD CONSTRAINT "entry_posts_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_posts" ADD CONSTRAINT "entry_posts_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_published" ON "entries" USING btree ("published_at","number") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "entries_by_label" ON "entries" USING gin ("label_ids") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "entries_due" ON "entries" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "entry_posts_by_post" ON "entry_posts" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "subscribers_unconfirmed" ON "subscribers" USING btree ("asked_at") WHERE confirmed_at is null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_entry" ON "deliveries" USING btree ("entry_id","subscriber_id") WHERE entry_id is not null and subscriber_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_of_subscriber" ON "deliveries" USING btree ("subscriber_id") WHERE subscriber_id is not null;--> statement-breakpoint
CREATE INDEX "mail_tokens_of_subscriber" ON "mail_tokens" USING btree ("subscriber_id") WHERE subscriber_id is not null;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_of_somebody" CHECK (num_nonnulls(user_id, supporter_id, subscriber_id) = 1);--> statement-breakpoint
INSERT INTO "entry_labels" ("slug", "color") VALUES ('new', 'green'), ('improved', 'blue'), ('fixed', 'amber');
