CREATE TYPE "public"."mail_outcome" AS ENUM('answered', 'opened', 'held', 'refused', 'automatic', 'bounce', 'complaint', 'unreadable', 'empty', 'flood', 'astray');--> statement-breakpoint
CREATE TYPE "public"."ticket_message_kind" AS ENUM('message', 'note', 'held');--> statement-breakpoint
CREATE TYPE "public"."ticket_priority" AS ENUM('urgent', 'high', 'medium', 'low');--> statement-breakpoint
CREATE TYPE "public"."ticket_role" AS ENUM('requester', 'copy');--> statement-breakpoint
CREATE TYPE "public"."ticket_source" AS ENUM('page', 'mail', 'api', 'staff');--> statement-breakpoint
CREATE TYPE "public"."ticket_status" AS ENUM('open', 'in_progress', 'waiting', 'resolved', 'closed');--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'ticket-received';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'ticket-answer';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'ticket-resolved';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'ticket-news';--> statement-breakpoint
CREATE TABLE "incoming_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"raw" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" "mail_outcome",
	"reason" text,
	"sender" text,
	"subject" text,
	"ticket_id" uuid
);
--> statement-breakpoint
CREATE TABLE "ticket_categories" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_categories_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text,
	"name" text DEFAULT '' NOT NULL,
	"usual_priority" "ticket_priority" NOT NULL,
	"template" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "ticket_categories_key_unique" UNIQUE("key"),
	CONSTRAINT "ticket_categories_named" CHECK (key is not null or name <> '')
);
--> statement-breakpoint
CREATE TABLE "ticket_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"kind" "ticket_message_kind" NOT NULL,
	"agent_id" uuid,
	"person_id" uuid,
	"source" "ticket_source" NOT NULL,
	"body_markdown" text NOT NULL,
	"body_html" text NOT NULL,
	"html_version" smallint NOT NULL,
	"quoted" text DEFAULT '' NOT NULL,
	"sender" text,
	"sender_name" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"fingerprint" text,
	CONSTRAINT "ticket_messages_by_one" CHECK (num_nonnulls(agent_id, person_id) <= 1),
	CONSTRAINT "ticket_notes_by_agents" CHECK (kind <> 'note' or person_id is null)
);
--> statement-breakpoint
CREATE TABLE "ticket_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"role" "ticket_role" NOT NULL,
	"user_id" uuid,
	"email" text,
	"name" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"key_version" smallint DEFAULT 1 NOT NULL,
	"seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "ticket_people_somebody" CHECK (num_nonnulls(user_id, email) >= 1)
);
--> statement-breakpoint
CREATE TABLE "ticket_posts" (
	"ticket_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_posts_ticket_id_post_id_pk" PRIMARY KEY("ticket_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" smallint NOT NULL,
	"serial" integer NOT NULL,
	"subject" text NOT NULL,
	"status" "ticket_status" DEFAULT 'open' NOT NULL,
	"priority" "ticket_priority" NOT NULL,
	"category_id" integer NOT NULL,
	"opened_by" uuid,
	"assignee_id" uuid,
	"tier" smallint DEFAULT 1 NOT NULL,
	"source" "ticket_source" NOT NULL,
	"domain" text,
	"language" text NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"is_restricted" boolean DEFAULT false NOT NULL,
	"merged_into" uuid,
	"follows" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"spoken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"unanswered_since" timestamp with time zone,
	"first_answered_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"reopen_count" integer DEFAULT 0 NOT NULL,
	"spam_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"rating" smallint,
	"rating_text" text DEFAULT '' NOT NULL,
	"rated_at" timestamp with time zone,
	"fingerprint" text,
	CONSTRAINT "tickets_tier" CHECK (tier between 1 and 4),
	CONSTRAINT "tickets_rating" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_subject";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_subject";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "ticket_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "ticket_person_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "ticket_message_id" uuid;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "ticket_id" uuid;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_agent_id_users_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_person_id_ticket_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."ticket_people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_people" ADD CONSTRAINT "ticket_people_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_people" ADD CONSTRAINT "ticket_people_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_posts" ADD CONSTRAINT "ticket_posts_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_posts" ADD CONSTRAINT "ticket_posts_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_posts" ADD CONSTRAINT "ticket_posts_linked_by_users_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_category_id_ticket_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."ticket_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_merged_into_tickets_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_follows_tickets_id_fk" FOREIGN KEY ("follows") REFERENCES "public"."tickets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "incoming_mails_once" ON "incoming_mails" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "incoming_mails_by_date" ON "incoming_mails" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "incoming_mails_by_sender" ON "incoming_mails" USING btree ("sender","received_at") WHERE sender is not null;--> statement-breakpoint
CREATE INDEX "incoming_mails_of_ticket" ON "incoming_mails" USING btree ("ticket_id") WHERE ticket_id is not null;--> statement-breakpoint
CREATE INDEX "ticket_messages_of_ticket" ON "ticket_messages" USING btree ("ticket_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ticket_messages_by_html" ON "ticket_messages" USING btree ("html_version");--> statement-breakpoint
CREATE INDEX "ticket_messages_by_agent" ON "ticket_messages" USING btree ("agent_id") WHERE agent_id is not null;--> statement-breakpoint
CREATE INDEX "ticket_messages_by_person" ON "ticket_messages" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "ticket_messages_by_words" ON "ticket_messages" USING gin (to_tsvector('simple', left(body_markdown, 100000)));--> statement-breakpoint
CREATE INDEX "ticket_messages_held" ON "ticket_messages" USING btree ("ticket_id") WHERE kind = 'held';--> statement-breakpoint
CREATE INDEX "ticket_people_of_ticket" ON "ticket_people" USING btree ("ticket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_requester" ON "ticket_people" USING btree ("ticket_id") WHERE role = 'requester';--> statement-breakpoint
CREATE INDEX "ticket_people_by_user" ON "ticket_people" USING btree ("user_id","ticket_id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "ticket_people_by_email" ON "ticket_people" USING btree ("email","ticket_id") WHERE email is not null;--> statement-breakpoint
CREATE INDEX "ticket_posts_of_post" ON "ticket_posts" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_by_number" ON "tickets" USING btree ("year","serial");--> statement-breakpoint
CREATE INDEX "tickets_newest" ON "tickets" USING btree ("created_at","id") WHERE deleted_at is null and spam_at is null and merged_into is null and status in ('open', 'in_progress', 'waiting');--> statement-breakpoint
CREATE INDEX "tickets_unanswered" ON "tickets" USING btree (coalesce(unanswered_since, 'infinity'),"id") WHERE deleted_at is null and spam_at is null and merged_into is null and status in ('open', 'in_progress', 'waiting');--> statement-breakpoint
CREATE INDEX "tickets_urgent" ON "tickets" USING btree ("priority","created_at","id") WHERE deleted_at is null and spam_at is null and merged_into is null and status in ('open', 'in_progress', 'waiting');--> statement-breakpoint
CREATE INDEX "tickets_all" ON "tickets" USING btree ("created_at","id") WHERE deleted_at is null and spam_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tickets_by_status" ON "tickets" USING btree ("status","created_at","id") WHERE deleted_at is null and spam_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tickets_by_category" ON "tickets" USING btree ("category_id","created_at","id") WHERE deleted_at is null and spam_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tickets_by_assignee" ON "tickets" USING btree ("assignee_id","created_at","id") WHERE deleted_at is null and spam_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tickets_by_domain" ON "tickets" USING btree ("domain","created_at","id") WHERE deleted_at is null and spam_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tickets_by_tag" ON "tickets" USING gin ("tags") WHERE deleted_at is null and spam_at is null and merged_into is null;--> statement-breakpoint
CREATE INDEX "tickets_by_subject" ON "tickets" USING gin (to_tsvector('simple', subject));--> statement-breakpoint
CREATE INDEX "tickets_merged" ON "tickets" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "tickets_followed" ON "tickets" USING btree ("follows") WHERE follows is not null;--> statement-breakpoint
CREATE INDEX "tickets_put_away" ON "tickets" USING btree (coalesce(deleted_at, spam_at)) WHERE deleted_at is not null or spam_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_resolved" ON "tickets" USING btree ("resolved_at") WHERE status = 'resolved';--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_ticket_person_id_ticket_people_id_fk" FOREIGN KEY ("ticket_person_id") REFERENCES "public"."ticket_people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_ticket_message_id_ticket_messages_id_fk" FOREIGN KEY ("ticket_message_id") REFERENCES "public"."ticket_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_ticket" ON "events" USING btree ("ticket_id","id") WHERE ticket_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_ticket" ON "deliveries" USING btree ("ticket_message_id","kind","to") WHERE ticket_message_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_of_ticket_person" ON "deliveries" USING btree ("ticket_person_id") WHERE ticket_person_id is not null;--> statement-breakpoint
CREATE INDEX "notifications_of_ticket" ON "notifications" USING btree ("ticket_id") WHERE ticket_id is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_subject" CHECK (num_nonnulls("events"."post_id", "events"."entry_id", "events"."roadmap_id", "events"."ticket_id") <= 1);--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_subject" CHECK (num_nonnulls("notifications"."post_id", "notifications"."ticket_id") <= 1);--> statement-breakpoint
-- That something happened is never rewritten; whom a name, a handle or an address in it points to can be forgotten, and
-- what it is about can be deleted: an entry of the changelog, and now a ticket.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  blank jsonb;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'data' = to_jsonb(OLD) - 'data' THEN
    blank := CASE
      WHEN OLD.type IN ('user.named', 'user.handle_changed') THEN '{"from": null, "to": null}'::jsonb
      WHEN OLD.type IN ('mail.suppressed', 'mail.unsuppressed') THEN '{"address": null}'::jsonb
    END;
    IF NEW.data = OLD.data || blank THEN
      RETURN NEW;
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.entry_id IS NULL AND to_jsonb(NEW) - 'entry_id' = to_jsonb(OLD) - 'entry_id' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.ticket_id IS NULL AND to_jsonb(NEW) - 'ticket_id' = to_jsonb(OLD) - 'ticket_id' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'transaction_id' = to_jsonb(OLD) - 'transaction_id' THEN
    IF NEW.transaction_id = '0' AND OLD.transaction_id > pg_snapshot_xmax(pg_current_snapshot()) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;--> statement-breakpoint
-- A support desk without a category could take no ticket; the catalogues of words name these.
INSERT INTO "ticket_categories" ("key", "usual_priority", "position") VALUES
  ('general_inquiry', 'low', 1),
  ('technical_issue', 'medium', 2),
  ('account_issue', 'high', 3),
  ('bug_report', 'medium', 4),
  ('feature_request', 'low', 5),
  ('security_issue', 'urgent', 6);
