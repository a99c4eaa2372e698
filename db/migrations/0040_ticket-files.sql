ALTER TABLE "attachments" DROP CONSTRAINT "attachments_subject";--> statement-breakpoint
DROP INDEX "attachments_of_nothing";--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "uploader_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "ticket_message_id" uuid;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD COLUMN "left_out" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_ticket_message_id_ticket_messages_id_fk" FOREIGN KEY ("ticket_message_id") REFERENCES "public"."ticket_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_ticket_message" ON "attachments" USING btree ("ticket_message_id") WHERE ticket_message_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_of_nothing" ON "attachments" USING btree ("created_at") WHERE post_id is null and comment_id is null and note_id is null and ticket_message_id is null;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_subject" CHECK (num_nonnulls("attachments"."post_id", "attachments"."comment_id", "attachments"."note_id", "attachments"."ticket_message_id") <= 1);