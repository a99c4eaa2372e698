CREATE TYPE "public"."ticket_post_origin" AS ENUM('linked', 'post_made');--> statement-breakpoint
CREATE UNLOGGED TABLE "ticket_writers" (
	"ticket_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "ticket_writers_ticket_id_user_id_pk" PRIMARY KEY("ticket_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "is_for_tickets" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD COLUMN "forwarded_to" text;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD COLUMN "split_from" uuid;--> statement-breakpoint
ALTER TABLE "ticket_posts" ADD COLUMN "origin" "ticket_post_origin" DEFAULT 'linked' NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_writers" ADD CONSTRAINT "ticket_writers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_writers" ADD CONSTRAINT "ticket_writers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_writers_until" ON "ticket_writers" USING btree ("until");--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_split_from_ticket_messages_id_fk" FOREIGN KEY ("split_from") REFERENCES "public"."ticket_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "users_by_domain" ON "users" USING btree (split_part(email, '@', 2));--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_messages_split" ON "ticket_messages" USING btree ("split_from") WHERE split_from is not null;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_notes_forwarded" CHECK (kind = 'note' or forwarded_to is null);