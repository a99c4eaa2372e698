ALTER TYPE "public"."delivery_kind" ADD VALUE 'ticket-alert';--> statement-breakpoint
CREATE TABLE "sent_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sent_by" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"made" jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "deliveries_of_ticket";--> statement-breakpoint
ALTER TABLE "sent_forms" ADD CONSTRAINT "sent_forms_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sent_forms_by_date" ON "sent_forms" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "sent_forms_by_user" ON "sent_forms" USING btree ("sent_by");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_ticket" ON "deliveries" USING btree ("ticket_message_id","kind","to",coalesce(event_id, 0)) WHERE ticket_message_id is not null;