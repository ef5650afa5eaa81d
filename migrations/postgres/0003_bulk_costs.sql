-- Hardly anybody has a key that is no UPN; the others need no entry.
DROP INDEX end_users_user_key;
CREATE UNIQUE INDEX end_users_user_key ON end_users (user_key, migration_id) WHERE user_key IS NOT NULL;
