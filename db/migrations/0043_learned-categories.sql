CREATE TYPE "public"."term_kind" AS ENUM('word', 'pair', 'part');--> statement-breakpoint
CREATE TABLE "learned_categories" (
	"category_id" integer PRIMARY KEY NOT NULL,
	"texts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learned_kinds" (
	"kind" "term_kind" PRIMARY KEY NOT NULL,
	"terms" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learned_terms" (
	"kind" "term_kind" NOT NULL,
	"term" integer NOT NULL,
	"category_id" integer NOT NULL,
	"share" bigint NOT NULL,
	CONSTRAINT "learned_terms_kind_term_category_id_pk" PRIMARY KEY("kind","term","category_id")
);
--> statement-breakpoint
CREATE TABLE "learned_tickets" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"category_id" integer NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "learned_categories" ADD CONSTRAINT "learned_categories_category_id_ticket_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."ticket_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learned_tickets" ADD CONSTRAINT "learned_tickets_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learned_tickets" ADD CONSTRAINT "learned_tickets_category_id_ticket_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."ticket_categories"("id") ON DELETE no action ON UPDATE no action;