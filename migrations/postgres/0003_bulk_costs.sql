-- Indexes that choose too little to be worth their upkeep in a large import.

-- Hardly anybody has a key that is no UPN; the others need no entry.
DROP INDEX end_users_user_key;
CREATE UNIQUE INDEX end_users_user_key ON end_users (user_key, migration_id) WHERE user_key IS NOT NULL;
-- Half of all people; the index over the names finds a migration's people as well.
DROP INDEX end_users_configured;
-- One index answers both questions.
DROP INDEX phone_numbers_type;
DROP INDEX phone_numbers_status;
CREATE INDEX phone_numbers_status ON phone_numbers (migration_id, porting_status, number_type);
