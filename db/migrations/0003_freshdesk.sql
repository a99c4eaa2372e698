CREATE TYPE "public"."link_origin" AS ENUM('staff', 'note', 'field', 'post_made', 'ticket_opened', 'merged');--> statement-breakpoint
CREATE TYPE "public"."ticket_state" AS ENUM('here', 'merged', 'deleted', 'spam', 'archived', 'hidden', 'missing');--> statement-breakpoint
CREATE TYPE "public"."freshdesk_write_kind" AS ENUM('note', 'reply', 'update', 'create');--> statement-breakpoint
CREATE TYPE "public"."freshdesk_write_state" AS ENUM('queued', 'sending', 'uncertain', 'done', 'refused', 'dropped');--> statement-breakpoint
CREATE TABLE "freshdesk_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "freshdesk_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket" integer NOT NULL,
	"post_id" uuid,
	"kind" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "freshdesk_reads" (
	"ticket" integer PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"wants_text" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "freshdesk_settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"paused_at" timestamp with time zone,
	"disconnected_at" timestamp with time zone,
	"status_map" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sets_tags" boolean DEFAULT true NOT NULL,
	"address_field" text,
	"looks_in_notes" boolean DEFAULT true NOT NULL,
	"rules" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rules_by" uuid,
	"updated_up_to" timestamp with time zone,
	"deleted_up_to" timestamp with time zone,
	"spam_up_to" timestamp with time zone,
	"reconciled_at" timestamp with time zone,
	"last_ok_at" timestamp with time zone,
	"last_error" text,
	"last_error_at" timestamp with time zone,
	"broken_at" timestamp with time zone,
	"agent_name" text,
	"fields" jsonb,
	"fields_at" timestamp with time zone,
	CONSTRAINT "freshdesk_settings_one" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "freshdesk_tickets" (
	"number" integer PRIMARY KEY NOT NULL,
	"state" "ticket_state",
	"merged_into" integer,
	"status" integer,
	"subject" text,
	"source" integer,
	"requester_id" text,
	"company_id" text,
	"company_name" text,
	"updated_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"expected_status" integer,
	"text" text,
	"text_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "freshdesk_writes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" bigint,
	"post_id" uuid,
	"ticket" integer,
	"kind" "freshdesk_write_kind" NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" "freshdesk_write_state" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_id" uuid,
	"leased_until" timestamp with time zone,
	"attempted_at" timestamp with time zone,
	"remote_id" text,
	"answer" text,
	"reason" text,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ticket_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"ticket" integer NOT NULL,
	"origin" "link_origin" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"unlinked_at" timestamp with time zone,
	"unlinked_by" uuid
);
--> statement-breakpoint
ALTER TABLE "freshdesk_log" ADD CONSTRAINT "freshdesk_log_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshdesk_settings" ADD CONSTRAINT "freshdesk_settings_rules_by_users_id_fk" FOREIGN KEY ("rules_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshdesk_writes" ADD CONSTRAINT "freshdesk_writes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshdesk_writes" ADD CONSTRAINT "freshdesk_writes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_unlinked_by_users_id_fk" FOREIGN KEY ("unlinked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "freshdesk_log_of_ticket" ON "freshdesk_log" USING btree ("ticket","id");--> statement-breakpoint
CREATE INDEX "freshdesk_reads_due" ON "freshdesk_reads" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "freshdesk_writes_once" ON "freshdesk_writes" USING btree ("event_id",coalesce(ticket, 0),"kind");--> statement-breakpoint
CREATE INDEX "freshdesk_writes_open" ON "freshdesk_writes" USING btree ("due_at") WHERE state in ('queued', 'sending', 'uncertain');--> statement-breakpoint
CREATE INDEX "freshdesk_writes_of_ticket" ON "freshdesk_writes" USING btree ("ticket","id");--> statement-breakpoint
CREATE INDEX "freshdesk_writes_by_state" ON "freshdesk_writes" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_links_standing" ON "ticket_links" USING btree ("post_id","ticket") WHERE unlinked_at is null;--> statement-breakpoint
CREATE INDEX "ticket_links_of_ticket" ON "ticket_links" USING btree ("ticket","id");--> statement-breakpoint
CREATE INDEX "ticket_links_of_post" ON "ticket_links" USING btree ("post_id","id");