CREATE TABLE "ticket_suggestions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"is_held_out" boolean NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"said_at" timestamp with time zone,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "ticket_suggestions_by_date" ON "ticket_suggestions" USING btree ("started_at");