ALTER TYPE "public"."delivery_kind" ADD VALUE 'comment-refused';--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD COLUMN "post_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "incoming_mail_id" uuid;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_incoming_mail_id_incoming_mails_id_fk" FOREIGN KEY ("incoming_mail_id") REFERENCES "public"."incoming_mails"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_mails_of_post" ON "incoming_mails" USING btree ("post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_incoming_mail" ON "deliveries" USING btree ("incoming_mail_id") WHERE incoming_mail_id is not null;