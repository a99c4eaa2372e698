CREATE TABLE "escalation_requests" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"is_accepted" boolean,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "escalation_requests_answered" CHECK ((is_accepted is null) = (answered_at is null))
);
--> statement-breakpoint
ALTER TABLE "escalation_requests" ADD CONSTRAINT "escalation_requests_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_requests" ADD CONSTRAINT "escalation_requests_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "escalation_requests_waiting" ON "escalation_requests" USING btree ("ticket_id") WHERE is_accepted is null;--> statement-breakpoint
CREATE INDEX "escalation_requests_by_agent" ON "escalation_requests" USING btree ("answered_by") WHERE answered_by is not null;