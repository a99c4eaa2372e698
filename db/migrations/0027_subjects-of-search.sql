ALTER TABLE "demand_settings" ADD COLUMN "counted_before" "xid8";--> statement-breakpoint
-- Whoever wrote an event that is here already is done: the lock has waited for them. A constant leaves the rows as they are.
ALTER TABLE "events" ADD COLUMN "transaction_id" "xid8" DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "transaction_id" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
CREATE INDEX "events_in_order" ON "events" USING btree ("transaction_id","id");--> statement-breakpoint
-- Else the planner takes a third of all events for new, and looks through all of them, until the table has grown by a tenth.
ANALYZE "events" ("transaction_id");--> statement-breakpoint
-- Transactions of another server, whose dump was restored here, may be called over (db/foreign-transactions.server.ts).
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
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'transaction_id' = to_jsonb(OLD) - 'transaction_id' THEN
    IF NEW.transaction_id = '0' AND OLD.transaction_id > pg_snapshot_xmax(pg_current_snapshot()) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;--> statement-breakpoint
-- Documents of other kinds will have other foreign keys. Web processes of the version before go on writing by this one.
ALTER TABLE "search_documents" DROP CONSTRAINT "search_documents_pkey";--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "post_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_postId_unique" UNIQUE("post_id");--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_subject" CHECK (num_nonnulls("search_documents"."post_id") = 1);--> statement-breakpoint
-- Where rows are replicated one by one, a table without a primary key could not be written else.
ALTER TABLE "search_documents" REPLICA IDENTITY FULL;
