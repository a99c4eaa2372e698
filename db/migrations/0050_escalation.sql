CREATE TYPE "public"."escalation_reason" AS ENUM('breach', 'vip', 'bug', 'words', 'hand', 'asked', 'rule');--> statement-breakpoint
CREATE TYPE "public"."page_action" AS ENUM('trigger', 'acknowledge', 'resolve');--> statement-breakpoint
CREATE TYPE "public"."page_reason" AS ENUM('tier', 'first_response', 'next_response', 'resolution', 'tier_response');--> statement-breakpoint
CREATE TYPE "public"."page_state" AS ENUM('waiting', 'taken', 'failed', 'over');--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'page-failed';--> statement-breakpoint
CREATE TABLE "escalations" (
	"ticket_id" uuid NOT NULL,
	"tier" smallint NOT NULL,
	"reason" "escalation_reason" NOT NULL,
	"occasion" bigint,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "escalations_ticket_id_tier_reason_pk" PRIMARY KEY("ticket_id","tier","reason"),
	CONSTRAINT "escalations_tier" CHECK (tier between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"reason" "page_reason" NOT NULL,
	"round" smallint NOT NULL,
	"action" "page_action" NOT NULL,
	"state" "page_state" DEFAULT 'waiting' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"lease_id" uuid,
	"leased_until" timestamp with time zone,
	"tried_at" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "page_id" uuid;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pages_once" ON "pages" USING btree ("ticket_id","reason","round","action");--> statement-breakpoint
CREATE INDEX "pages_waiting" ON "pages" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "pages_failed" ON "pages" USING btree ("asked_at") WHERE state = 'failed' and action = 'trigger';--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_of_page" ON "deliveries" USING btree ("page_id") WHERE page_id is not null;