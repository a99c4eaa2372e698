-- A portal as the version before subjects left it: 5,000 posts, Freshdesk tickets linked, mails due.
insert into users (id, email, name, handle, role, mail_pace)
select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'person' || i || '@example.com', 'Person ' || i,
  'person-' || i, (case i when 1 then 'admin' when 2 then 'maintainer' else 'member' end)::role, 'daily'
from generate_series(1, 100) as i;
insert into posts (id, number, kind, status, board_id, author_id, title, body_markdown, body_html, html_version, excerpt, vote_count)
select ('10000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, i, 'idea', 'open', (select min(id) from boards),
  ('00000000-0000-7000-8000-' || lpad((1 + i % 100)::text, 12, '0'))::uuid, 'Wish ' || i, 'Please.', '<p>Please.</p>', 4, 'Please.', 0
from generate_series(1, 5000) as i;
update numbering set last = 5000 where name = 'post';
insert into comments (id, post_id, author_id, body_markdown, body_html, html_version)
select ('20000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, ('10000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid,
  '00000000-0000-7000-8000-000000000003', 'Yes.', '<p>Yes.</p>', 4
from generate_series(1, 500) as i;
insert into follows (post_id, user_id, level)
select ('10000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, '00000000-0000-7000-8000-000000000004', 'everything'
from generate_series(1, 500) as i;
insert into entries (id, author_id, title, body_markdown, body_html, html_version, excerpt, published_at)
select ('30000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, '00000000-0000-7000-8000-000000000001', 'News ' || i, 'It is there.',
  '<p>It is there.</p>', 4, 'It is there.', now()
from generate_series(1, 3) as i;
insert into roadmaps (slug, name) values ('next', 'Next');
insert into events (type, actor_id, post_id, data)
select 'post.submitted', author_id, id, '{"kind": "idea", "boardId": 1}' from posts order by number;
insert into events (type, actor_id, post_id, comment_id, data)
select 'comment.submitted', author_id, post_id, id, '{"parentId": null}' from comments order by id;
insert into events (type, actor_id, post_id, data)
select 'ticket.linked', '00000000-0000-7000-8000-000000000002', id, jsonb_build_object('linkId', id, 'ticket', number, 'origin', 'staff')
from posts where number <= 40 order by number;
insert into events (type, actor_id, post_id, data) values
  ('ticket.unlinked', '00000000-0000-7000-8000-000000000002', '10000000-0000-7000-8000-000000000040', '{"linkId": "1", "ticket": 40}'),
  ('ticket.requested', '00000000-0000-7000-8000-000000000002', '10000000-0000-7000-8000-000000000041', '{"id": "1", "requester": "author"}'),
  ('ticket.requester_known', null, '10000000-0000-7000-8000-000000000001', '{"ticket": 1, "requesterId": "9"}'),
  ('post.status_changed', '00000000-0000-7000-8000-000000000002', '10000000-0000-7000-8000-000000000001',
    '{"from": "open", "to": "planned", "moveId": "40000000-0000-7000-8000-000000000001", "byAuthor": false, "repliesToTickets": true}'),
  ('post.status_changed', '00000000-0000-7000-8000-000000000002', '10000000-0000-7000-8000-000000000002',
    '{"from": "open", "to": "planned", "moveId": "40000000-0000-7000-8000-000000000002", "byAuthor": false}'),
  ('roadmap.created', '00000000-0000-7000-8000-000000000001', null,
    jsonb_build_object('roadmapId', (select id from roadmaps where slug = 'next'), 'name', 'Next')),
  ('entry.published', '00000000-0000-7000-8000-000000000001', null, '{"entryId": "30000000-0000-7000-8000-000000000001", "isNews": true}'),
  ('entry.deleted', '00000000-0000-7000-8000-000000000001', null, '{"entryId": "30000000-0000-7000-8000-000000000009"}');
insert into ticket_links (id, post_id, ticket, origin)
select id, id, number, 'staff' from posts where number <= 39;
insert into freshdesk_tickets (number, state, status) select number, 'here', 2 from posts where number <= 39;
insert into freshdesk_writes (id, event_id, post_id, ticket, kind)
select gen_random_uuid(), id, post_id, (data ->> 'ticket')::int, 'update' from events where type = 'ticket.linked';
insert into notifications (id, user_id, event_id, post_id, reason, mail_form, mail_due_at)
select gen_random_uuid(), '00000000-0000-7000-8000-000000000004', id, post_id, 'follower', 'digest', now()
from events where type = 'comment.submitted';
insert into deliveries (id, kind, user_id, "to") select gen_random_uuid(), 'move', id, email from users;
insert into mail_tokens (hash, scope, user_id, post_id)
select 'hash-' || number, 'mute', author_id, id from posts where number <= 100;
insert into revisions (post_id, comment_id, editor_id, before)
select post_id, id, author_id, '{"body": "Ye"}' from comments;
insert into revisions (post_id, editor_id, before) select id, author_id, '{"title": "W"}' from posts where number <= 100;
insert into search_documents (post_id, language, title, words, version)
select id, 'en', to_tsvector('simple', title), to_tsvector('simple', title), number from posts;
