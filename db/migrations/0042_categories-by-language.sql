ALTER TABLE "ticket_categories" DROP CONSTRAINT "ticket_categories_named";--> statement-breakpoint
ALTER TABLE "ticket_categories" ADD COLUMN "names" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ticket_categories" ADD COLUMN "templates" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "ticket_categories" SET
  "names" = CASE WHEN "name" = '' THEN '{}' ELSE jsonb_build_object('en', "name") END,
  "templates" = CASE WHEN "template" = '' THEN '{}' ELSE jsonb_build_object('en', "template") END;--> statement-breakpoint
-- What agents would have to ask anyway, for a portal that has not said it in words of its own.
UPDATE "ticket_categories" SET "templates" = "begun"."templates"::jsonb FROM (VALUES
  ('bug_report', '{"en": "**What did you do?**\n\n**What did you expect?**\n\n**What happened instead?**\n\n**Device, browser and version:**", "de": "**Was hast du getan?**\n\n**Was hast du erwartet?**\n\n**Was ist stattdessen passiert?**\n\n**Gerät, Browser und Version:**", "ar": "**ماذا فعلت؟**\n\n**ماذا كنت تتوقع؟**\n\n**ما الذي حدث بدلًا من ذلك؟**\n\n**الجهاز والمتصفح والإصدار:**"}'),
  ('technical_issue', '{"en": "**What does not work, and since when?**\n\n**Does it happen always, or only sometimes?**\n\n**Device, browser and version:**", "de": "**Was geht nicht, und seit wann?**\n\n**Passiert es immer oder nur manchmal?**\n\n**Gerät, Browser und Version:**", "ar": "**ما الذي لا يعمل، ومنذ متى؟**\n\n**هل يحدث دائمًا أم أحيانًا فقط؟**\n\n**الجهاز والمتصفح والإصدار:**"}'),
  ('account_issue', '{"en": "**Which mail address does the account have?**\n\n**What did you want to do?**\n\n**What did the page say?**", "de": "**Welche Mailadresse hat das Konto?**\n\n**Was wolltest du tun?**\n\n**Was stand auf der Seite?**", "ar": "**ما عنوان البريد المرتبط بالحساب؟**\n\n**ماذا أردت أن تفعل؟**\n\n**ماذا قالت الصفحة؟**"}'),
  ('feature_request', '{"en": "**What would you like to do?**\n\n**What do you do today instead?**", "de": "**Was möchtest du tun können?**\n\n**Wie machst du es bisher?**", "ar": "**ما الذي تود أن تفعله؟**\n\n**ماذا تفعل اليوم بدلًا من ذلك؟**"}'),
  ('security_issue', '{"en": "**What have you found, and where?**\n\n**How can we see it ourselves?**\n\n**Does anybody else know of it?**", "de": "**Was hast du gefunden, und wo?**\n\n**Wie können wir es selbst sehen?**\n\n**Weiß noch jemand davon?**", "ar": "**ما الذي وجدته، وأين؟**\n\n**كيف يمكننا أن نراه بأنفسنا؟**\n\n**هل يعلم به أحد غيرك؟**"}')
) AS "begun" ("key", "templates") WHERE "ticket_categories"."key" = "begun"."key" AND "ticket_categories"."templates" = '{}';--> statement-breakpoint
ALTER TABLE "ticket_categories" DROP COLUMN "name";--> statement-breakpoint
ALTER TABLE "ticket_categories" DROP COLUMN "template";--> statement-breakpoint
ALTER TABLE "ticket_categories" ADD CONSTRAINT "ticket_categories_named" CHECK (key is not null or names <> '{}');