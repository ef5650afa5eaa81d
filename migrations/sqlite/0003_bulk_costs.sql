-- What every row of a large import pays for: entries of an index that nobody looks up, a search index that is merged
-- again and again, and checks that look a code up in a table made for the statement.

-- Hardly anybody has a key that is no UPN; the others need no entry.
DROP INDEX end_users_user_key;
CREATE UNIQUE INDEX end_users_user_key ON end_users (user_key, migration_id) WHERE user_key IS NOT NULL;

-- Larger pages, and more text gathered in memory before any is written: one merge instead of dozens.
INSERT INTO phone_numbers_search (phone_numbers_search, rank) VALUES ('pgsz', 16000), ('hashsize', 8388608);
INSERT INTO end_users_search (end_users_search, rank) VALUES ('pgsz', 16000), ('hashsize', 8388608);

-- The same codes, compared one after the other with the usual one first. SQLite's own way to change a check without
-- writing the table anew: https://sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes".
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(replace(replace(replace(sql,
    'number_type IN (
            ''user'', ''auto_attendant'', ''call_queue'', ''fax'', ''conference_room'', ''shared'', ''other''
        )',
    'number_type = ''user'' OR number_type = ''auto_attendant'' OR number_type = ''call_queue''
            OR number_type = ''fax'' OR number_type = ''conference_room'' OR number_type = ''shared''
            OR number_type = ''other'''),
    'usage IN (''user'', ''voice_app'', ''conference'')',
    'usage = ''user'' OR usage = ''voice_app'' OR usage = ''conference'''),
    'porting_status IN (
            ''not_started'', ''loa_submitted'', ''loa_rejected'', ''foc_received'', ''port_scheduled'', ''ported'',
            ''verified'', ''failed''
        )',
    'porting_status = ''not_started'' OR porting_status = ''loa_submitted'' OR porting_status = ''loa_rejected''
            OR porting_status = ''foc_received'' OR porting_status = ''port_scheduled''
            OR porting_status = ''ported'' OR porting_status = ''verified'' OR porting_status = ''failed'''),
    'disposition IN (''port'', ''new'', ''retain'', ''disconnect'', ''forward'', ''unknown'')',
    'disposition = ''port'' OR disposition = ''new'' OR disposition = ''retain'' OR disposition = ''disconnect''
            OR disposition = ''forward'' OR disposition = ''unknown''')
WHERE type = 'table' AND name = 'phone_numbers';
PRAGMA writable_schema = RESET;
