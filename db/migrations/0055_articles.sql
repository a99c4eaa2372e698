CREATE TYPE "public"."article_reason" AS ENUM('unclear', 'incomplete', 'wrong', 'other');--> statement-breakpoint
CREATE TABLE "article_drafts" (
	"article_id" uuid NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"body_markdown" text NOT NULL,
	"wordings" text[] DEFAULT '{}' NOT NULL,
	"translation_of" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone NOT NULL,
	"is_in_review" boolean DEFAULT false NOT NULL,
	"scheduled_for" timestamp with time zone,
	"scheduler_id" uuid,
	"refusal" jsonb,
	CONSTRAINT "article_drafts_article_id_language_pk" PRIMARY KEY("article_id","language"),
	CONSTRAINT "article_drafts_scheduler" CHECK ((scheduled_for is null) or scheduler_id is not null)
);
--> statement-breakpoint
CREATE TABLE "article_judgements" (
	"article_id" uuid NOT NULL,
	"language" text NOT NULL,
	"user_id" uuid,
	"browser" text,
	"is_helpful" boolean NOT NULL,
	"reason" "article_reason",
	"words" text,
	"judged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_judgements_one" CHECK (num_nonnulls(user_id, browser) = 1)
);
--> statement-breakpoint
CREATE TABLE "article_reads" (
	"article_id" uuid NOT NULL,
	"day" date NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "article_reads_article_id_day_pk" PRIMARY KEY("article_id","day")
);
--> statement-breakpoint
CREATE TABLE "article_redirects" (
	"path" text PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_texts" (
	"article_id" uuid NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"body_markdown" text NOT NULL,
	"body_html" text NOT NULL,
	"html_version" smallint NOT NULL,
	"excerpt" text NOT NULL,
	"wordings" text[] DEFAULT '{}' NOT NULL,
	"version" integer NOT NULL,
	"translation_of" integer,
	"published_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_texts_article_id_language_pk" PRIMARY KEY("article_id","language")
);
--> statement-breakpoint
CREATE TABLE "article_versions" (
	"article_id" uuid NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"body_markdown" text NOT NULL,
	"wordings" text[] DEFAULT '{}' NOT NULL,
	"translation_of" integer,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_versions_article_id_language_version_pk" PRIMARY KEY("article_id","language","version")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "articles_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"section_id" integer NOT NULL,
	"position" integer NOT NULL,
	"audience" "visibility" DEFAULT 'public' NOT NULL,
	"language" text NOT NULL,
	"author_id" uuid NOT NULL,
	"owner_id" uuid,
	"review_on" date,
	"reminded_at" timestamp with time zone,
	"fingerprint" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "help_sections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "help_sections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"descriptions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"slug" text NOT NULL,
	"icon" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "help_sections_key_unique" UNIQUE("key"),
	CONSTRAINT "help_sections_slug_unique" UNIQUE("slug"),
	CONSTRAINT "help_sections_named" CHECK (key is not null or names <> '{}')
);
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_subject";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "article_id" uuid;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_scheduler_id_users_id_fk" FOREIGN KEY ("scheduler_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_judgements" ADD CONSTRAINT "article_judgements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_judgements" ADD CONSTRAINT "article_judgements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_reads" ADD CONSTRAINT "article_reads_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_redirects" ADD CONSTRAINT "article_redirects_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_texts" ADD CONSTRAINT "article_texts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_section_id_help_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."help_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_drafts_due" ON "article_drafts" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "article_judgements_by_user" ON "article_judgements" USING btree ("article_id","user_id") WHERE user_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "article_judgements_by_browser" ON "article_judgements" USING btree ("article_id","browser") WHERE browser is not null;--> statement-breakpoint
CREATE INDEX "article_texts_changed" ON "article_texts" USING btree ("changed_at","article_id");--> statement-breakpoint
CREATE INDEX "article_texts_by_html" ON "article_texts" USING btree ("html_version");--> statement-breakpoint
CREATE INDEX "articles_of_section" ON "articles" USING btree ("section_id","position","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "articles_newest" ON "articles" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "articles_of_owner" ON "articles" USING btree ("owner_id","review_on") WHERE review_on is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_article" ON "events" USING btree ("article_id","id") WHERE article_id is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_subject" CHECK (num_nonnulls("events"."post_id", "events"."entry_id", "events"."roadmap_id", "events"."ticket_id", "events"."article_id") <= 1);--> statement-breakpoint
-- The sections that every portal begins with; the catalogues of words name them.
INSERT INTO "help_sections" ("key", "slug", "icon", "position") VALUES
  ('getting_started', 'getting-started', 'flag', 1),
  ('account', 'account-and-profile', 'user', 2),
  ('library', 'reading-and-library', 'book', 3),
  ('troubleshooting', 'troubleshooting', 'wrench', 4),
  ('billing', 'billing-and-subscriptions', 'card', 5),
  ('privacy', 'privacy-and-security', 'shield', 6);
