CREATE TYPE "public"."supporter_state" AS ENUM('waiting', 'asked', 'agreed', 'declined', 'unreachable', 'nobody', 'lapsed');--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'consent';--> statement-breakpoint
ALTER TYPE "public"."mail_scope" ADD VALUE 'consent';--> statement-breakpoint
CREATE TABLE "supporters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"contact_id" text NOT NULL,
	"state" "supporter_state" DEFAULT 'waiting' NOT NULL,
	"email" text,
	"email_hash" text,
	"language" text,
	"user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_at" timestamp with time zone,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mail_tokens" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "supporter_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD COLUMN "supporter_id" uuid;--> statement-breakpoint
-- In two steps: nobody knows when the sessions that are there began, so none of them counts as fresh.
ALTER TABLE "sessions" ADD COLUMN "created_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "created_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "supporters_once" ON "supporters" USING btree ("post_id","contact_id");--> statement-breakpoint
CREATE INDEX "supporters_due" ON "supporters" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "supporters_by_hash" ON "supporters" USING btree ("email_hash","asked_at") WHERE email_hash is not null;--> statement-breakpoint
CREATE INDEX "supporters_by_user" ON "supporters" USING btree ("user_id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "supporters_by_address" ON "supporters" USING btree ("email") WHERE email is not null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_of_user" ON "deliveries" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "deliveries_of_supporter" ON "deliveries" USING btree ("supporter_id") WHERE supporter_id is not null;--> statement-breakpoint
CREATE INDEX "mail_tokens_of_user" ON "mail_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mail_tokens_of_supporter" ON "mail_tokens" USING btree ("supporter_id") WHERE supporter_id is not null;--> statement-breakpoint
CREATE INDEX "events_with_names" ON "events" USING btree ("actor_id") WHERE type in ('user.named', 'user.handle_changed');--> statement-breakpoint
CREATE INDEX "events_with_addresses" ON "events" USING btree ((data ->> 'address')) WHERE type in ('mail.suppressed', 'mail.unsuppressed');--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_of_somebody" CHECK (num_nonnulls(user_id, supporter_id) = 1);--> statement-breakpoint
-- That something happened is never rewritten; whom a name, a handle or an address in it points to can be forgotten.
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
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
