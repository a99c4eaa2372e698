ALTER TYPE "public"."delivery_kind" ADD VALUE 'article-due';--> statement-breakpoint
CREATE TABLE "article_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_by" uuid NOT NULL,
	"file_name" text NOT NULL,
	"files" jsonb NOT NULL,
	"left_out" jsonb NOT NULL,
	"made" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "article_imports" ADD CONSTRAINT "article_imports_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_imports_by_time" ON "article_imports" USING btree ("created_at");