CREATE TABLE "term_counts" (
	"term" integer PRIMARY KEY NOT NULL,
	"posts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wording_totals" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"posts" integer NOT NULL,
	"title_length" integer NOT NULL,
	"text_length" integer NOT NULL,
	CONSTRAINT "wording_totals_once" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "wordings" (
	"number" integer PRIMARY KEY NOT NULL,
	"terms" integer[] NOT NULL,
	"impacts" smallint[] NOT NULL,
	"title_length" integer NOT NULL,
	"text_length" integer NOT NULL,
	"version" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_number_posts_number_fk" FOREIGN KEY ("number") REFERENCES "public"."posts"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wordings_by_term" ON "wordings" USING gin ("terms") WITH (gin_pending_list_limit=256);