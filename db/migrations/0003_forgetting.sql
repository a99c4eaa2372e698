-- In two steps: nobody knows when the sessions that are there began, so none of them counts as fresh.
ALTER TABLE "sessions" ADD COLUMN "created_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "created_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "deliveries_of_user" ON "deliveries" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mail_tokens_of_user" ON "mail_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "events_with_names" ON "events" USING btree ("actor_id") WHERE type in ('user.named', 'user.handle_changed');--> statement-breakpoint
CREATE INDEX "events_with_addresses" ON "events" USING btree ((data ->> 'address')) WHERE type in ('mail.suppressed', 'mail.unsuppressed');--> statement-breakpoint
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
