CREATE TYPE "public"."inbox_noun" AS ENUM('post', 'ticket');--> statement-breakpoint
CREATE TABLE "bulk_action_tickets" (
	"bulk_action_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"undo_verdict" text,
	CONSTRAINT "bulk_action_tickets_bulk_action_id_ticket_id_pk" PRIMARY KEY("bulk_action_id","ticket_id")
);
--> statement-breakpoint
ALTER TABLE "inbox_views" DROP CONSTRAINT "inbox_views_slug_unique";--> statement-breakpoint
ALTER TABLE "bulk_actions" ADD COLUMN "noun" "inbox_noun" DEFAULT 'post' NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_views" ADD COLUMN "noun" "inbox_noun" DEFAULT 'post' NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_action_tickets" ADD CONSTRAINT "bulk_action_tickets_bulk_action_id_bulk_actions_id_fk" FOREIGN KEY ("bulk_action_id") REFERENCES "public"."bulk_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_action_tickets" ADD CONSTRAINT "bulk_action_tickets_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_action_tickets_of_ticket" ON "bulk_action_tickets" USING btree ("ticket_id");--> statement-breakpoint
ALTER TABLE "inbox_views" ADD CONSTRAINT "inbox_views_by_slug" UNIQUE("noun","slug");