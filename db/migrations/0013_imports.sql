CREATE TYPE "public"."imported_kind" AS ENUM('post', 'vote', 'follow', 'comment', 'answer', 'merge');--> statement-breakpoint
CREATE TABLE "import_sources" (
	"source" text NOT NULL,
	"kind" "imported_kind" NOT NULL,
	"source_id" text NOT NULL,
	"import_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"our_id" uuid NOT NULL,
	CONSTRAINT "import_sources_source_kind_source_id_pk" PRIMARY KEY("source","kind","source_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"format" text NOT NULL,
	"keeps_numbers" boolean NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "old_paths" (
	"path" text PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_sources" ADD CONSTRAINT "import_sources_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_sources" ADD CONSTRAINT "import_sources_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "old_paths" ADD CONSTRAINT "old_paths_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_sources_of_post" ON "import_sources" USING btree ("post_id","kind","our_id");--> statement-breakpoint
CREATE INDEX "import_sources_of_import" ON "import_sources" USING btree ("import_id","kind");--> statement-breakpoint
CREATE INDEX "imports_by_source" ON "imports" USING btree ("source","id");--> statement-breakpoint
CREATE INDEX "old_paths_of_post" ON "old_paths" USING btree ("post_id");