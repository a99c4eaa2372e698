CREATE TABLE "companies" (
	"domain" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"value" double precision NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demand_settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"weights" jsonb,
	"last_event_id" bigint DEFAULT 0 NOT NULL,
	"counted_at" timestamp with time zone,
	"all_counted_at" timestamp with time zone,
	"insights" jsonb,
	CONSTRAINT "demand_settings_one" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "post_figures" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"votes" integer NOT NULL,
	"comments" integer NOT NULL,
	"companies" integer NOT NULL,
	"value" double precision NOT NULL,
	"tickets" integer NOT NULL,
	"votes_recent" integer NOT NULL,
	"votes_before" integer NOT NULL,
	"trend" integer NOT NULL,
	"effort" smallint DEFAULT 0 NOT NULL,
	"score" double precision DEFAULT 0 NOT NULL,
	"posted" double precision NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "post_figures_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "effort" smallint;--> statement-breakpoint
ALTER TABLE "post_figures" ADD CONSTRAINT "post_figures_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "companies_by_value" ON "companies" USING btree ("value","domain");--> statement-breakpoint
CREATE INDEX "post_figures_votes" ON "post_figures" USING btree ("votes","number");--> statement-breakpoint
CREATE INDEX "post_figures_comments" ON "post_figures" USING btree ("comments","number");--> statement-breakpoint
CREATE INDEX "post_figures_companies" ON "post_figures" USING btree ("companies","number");--> statement-breakpoint
CREATE INDEX "post_figures_value" ON "post_figures" USING btree ("value","number");--> statement-breakpoint
CREATE INDEX "post_figures_tickets" ON "post_figures" USING btree ("tickets","number");--> statement-breakpoint
CREATE INDEX "post_figures_recent" ON "post_figures" USING btree ("votes_recent","number");--> statement-breakpoint
CREATE INDEX "post_figures_trend" ON "post_figures" USING btree ("trend","number");--> statement-breakpoint
CREATE INDEX "post_figures_effort" ON "post_figures" USING btree ("effort","number");--> statement-breakpoint
CREATE INDEX "post_figures_score" ON "post_figures" USING btree ("score","number");--> statement-breakpoint
CREATE INDEX "post_figures_posted" ON "post_figures" USING btree ("posted","number");