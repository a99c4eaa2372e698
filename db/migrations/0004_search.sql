-- Typos are corrected by trigrams. Whoever owns a database may create this extension there.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE SEQUENCE "public"."search_versions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "search_documents" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"title" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"post_count" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_documents_title" ON "search_documents" USING gin ("title") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_documents_language" ON "search_documents" USING btree ("language");--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words") WITH (gin_pending_list_limit=512);--> statement-breakpoint
CREATE INDEX "search_words_alike" ON "search_words" USING gist ("word" gist_trgm_ops(siglen=64));--> statement-breakpoint
CREATE INDEX "search_words_prefix" ON "search_words" USING btree ("word" text_pattern_ops);--> statement-breakpoint
-- Documents stay in their rows: fetched from elsewhere one by one, weighing some hundred of them takes ten times as long,
-- and the planner takes reading all of them for cheap.
ALTER TABLE "search_documents" SET (toast_tuple_target = 8160);--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "words" SET STORAGE MAIN, ALTER COLUMN "title" SET STORAGE MAIN;
