CREATE TABLE "bulk_action_posts" (
	"bulk_action_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"undo_verdict" text,
	CONSTRAINT "bulk_action_posts_bulk_action_id_post_id_pk" PRIMARY KEY("bulk_action_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"change" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inbox_views" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"filter" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_views_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "bulk_action_posts" ADD CONSTRAINT "bulk_action_posts_bulk_action_id_bulk_actions_id_fk" FOREIGN KEY ("bulk_action_id") REFERENCES "public"."bulk_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_action_posts" ADD CONSTRAINT "bulk_action_posts_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_views" ADD CONSTRAINT "inbox_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_action_posts_of_post" ON "bulk_action_posts" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "inbox_views_of_owner" ON "inbox_views" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "posts_by_status" ON "posts" USING btree ("status","created_at","number") WHERE deleted_at is null and merged_into is null;