CREATE TYPE "public"."freshdesk_desk" AS ENUM('off', 'some', 'all');--> statement-breakpoint
ALTER TYPE "public"."freshdesk_write_kind" ADD VALUE 'message';--> statement-breakpoint
ALTER TYPE "public"."freshdesk_write_kind" ADD VALUE 'rating';--> statement-breakpoint
ALTER TYPE "public"."freshdesk_write_kind" ADD VALUE 'merge';--> statement-breakpoint
ALTER TYPE "public"."ticket_source" ADD VALUE 'freshdesk';--> statement-breakpoint
CREATE TABLE "freshdesk_handovers" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"number" integer,
	"requester_id" text,
	"state" "freshdesk_ticket_state",
	"merged_into" integer,
	"status" integer,
	"updated_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"hears_from" timestamp with time zone,
	"synced_to" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "freshdesk_messages" (
	"remote_id" text PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "freshdesk_settings" ADD COLUMN "desk" "freshdesk_desk" DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "freshdesk_settings" ADD COLUMN "desk_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "freshdesk_settings" ADD COLUMN "desk_categories" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "freshdesk_settings" ADD COLUMN "desk_statuses" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "freshdesk_settings" ADD COLUMN "number_field" text;--> statement-breakpoint
ALTER TABLE "freshdesk_settings" ADD COLUMN "rated_up_to" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "freshdesk_writes" ADD COLUMN "ticket_id" uuid;--> statement-breakpoint
ALTER TABLE "freshdesk_handovers" ADD CONSTRAINT "freshdesk_handovers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshdesk_messages" ADD CONSTRAINT "freshdesk_messages_message_id_ticket_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."ticket_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "freshdesk_handovers_by_number" ON "freshdesk_handovers" USING btree ("number");--> statement-breakpoint
CREATE INDEX "freshdesk_messages_of_ours" ON "freshdesk_messages" USING btree ("message_id");--> statement-breakpoint
ALTER TABLE "freshdesk_writes" ADD CONSTRAINT "freshdesk_writes_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "freshdesk_writes_of_ours" ON "freshdesk_writes" USING btree ("ticket_id","id") WHERE ticket_id is not null;