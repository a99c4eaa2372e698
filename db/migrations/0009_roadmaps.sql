CREATE TABLE "roadmap_cards" (
	"roadmap_id" integer NOT NULL,
	"post_id" uuid NOT NULL,
	"column_id" integer,
	"rank" text collate "C",
	"target" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "roadmap_cards_roadmap_id_post_id_pk" PRIMARY KEY("roadmap_id","post_id"),
	CONSTRAINT "roadmap_cards_places" UNIQUE("column_id","rank"),
	CONSTRAINT "roadmap_cards_placed" CHECK ((column_id is null) = (rank is null)),
	CONSTRAINT "roadmap_cards_target" CHECK (target ~ '^(|now|next|later|20[0-9][0-9]-Q[1-4])$')
);
--> statement-breakpoint
CREATE TABLE "roadmap_columns" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roadmap_columns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"roadmap_id" integer NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"statuses" "post_status"[] DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "roadmap_columns_called" CHECK (name <> '' or cardinality(statuses) > 0)
);
--> statement-breakpoint
CREATE TABLE "roadmaps" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roadmaps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"visibility" "visibility" DEFAULT 'public' NOT NULL,
	"is_off" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"embed_origins" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roadmaps_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "roadmap_cards" ADD CONSTRAINT "roadmap_cards_roadmap_id_roadmaps_id_fk" FOREIGN KEY ("roadmap_id") REFERENCES "public"."roadmaps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roadmap_cards" ADD CONSTRAINT "roadmap_cards_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roadmap_cards" ADD CONSTRAINT "roadmap_cards_column_id_roadmap_columns_id_fk" FOREIGN KEY ("column_id") REFERENCES "public"."roadmap_columns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roadmap_columns" ADD CONSTRAINT "roadmap_columns_roadmap_id_roadmaps_id_fk" FOREIGN KEY ("roadmap_id") REFERENCES "public"."roadmaps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roadmap_cards_of_post" ON "roadmap_cards" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "roadmap_columns_of_roadmap" ON "roadmap_columns" USING btree ("roadmap_id","position");--> statement-breakpoint
CREATE INDEX "events_of_roadmap" ON "events" USING btree ((data ->> 'roadmapId'),"created_at") WHERE type like 'roadmap.%';--> statement-breakpoint
CREATE INDEX "moves_by_date" ON "moves" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "posts_coming" ON "posts" USING btree ("status","vote_count","number") WHERE deleted_at is null and merged_into is null and status in ('under_review', 'planned', 'confirmed', 'in_progress');--> statement-breakpoint
CREATE INDEX "posts_done" ON "posts" USING btree ("status",coalesce(moved_at, created_at),"number") WHERE deleted_at is null and merged_into is null and status in ('shipped', 'fixed');--> statement-breakpoint
UPDATE "posts" SET "moved_at" = "last"."at" FROM (SELECT "post_id", max("created_at") AS "at" FROM "moves" GROUP BY "post_id") AS "last" WHERE "last"."post_id" = "posts"."id";
--> statement-breakpoint
-- Every portal begins with a roadmap that needs no set-up; its name and those of its columns come from the catalogues.
INSERT INTO "roadmaps" ("slug") VALUES ('roadmap');
--> statement-breakpoint
INSERT INTO "roadmap_columns" ("roadmap_id", "statuses", "position") SELECT "id", "column"."statuses"::post_status[], "column"."position" FROM "roadmaps", (VALUES ('{planned,confirmed}', 1), ('{in_progress}', 2), ('{shipped,fixed}', 3)) AS "column" ("statuses", "position");
