-- History is never rewritten: events can be added, and nothing else.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON "events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A portal without a board could take no post.
INSERT INTO "boards" ("slug", "name") VALUES ('feedback', 'Feedback');
--> statement-breakpoint
INSERT INTO "numbering" ("name", "last") VALUES ('post', 0);
