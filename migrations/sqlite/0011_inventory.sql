-- How somebody looks at a grid, under a name: their own view, or, without a member, everybody's.
CREATE TABLE saved_views (
    id TEXT NOT NULL PRIMARY KEY,
    screen TEXT NOT NULL,
    team_member_id TEXT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    layout TEXT NOT NULL CHECK (json_valid(layout)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (team_member_id) REFERENCES team_members (id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX saved_views_shared ON saved_views (screen, name_key) WHERE team_member_id IS NULL;
CREATE UNIQUE INDEX saved_views_own ON saved_views (screen, team_member_id, name_key)
    WHERE team_member_id IS NOT NULL;

CREATE TRIGGER saved_views_touch AFTER UPDATE ON saved_views
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE saved_views SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;

-- Teams gives a toll-free number to a voice application and never to a person.
CREATE TRIGGER phone_numbers_toll_free_insert BEFORE INSERT ON phone_numbers
WHEN NEW.assigned_end_user_id IS NOT NULL AND length(NEW.number) = 12
    AND substr(NEW.number, 1, 5) IN ('+1800', '+1833', '+1844', '+1855', '+1866', '+1877', '+1888')
BEGIN
    SELECT RAISE(ABORT, 'toll_free_holder: phone_numbers');
END;
CREATE TRIGGER phone_numbers_toll_free_update BEFORE UPDATE OF assigned_end_user_id, number ON phone_numbers
WHEN NEW.assigned_end_user_id IS NOT NULL AND length(NEW.number) = 12
    AND substr(NEW.number, 1, 5) IN ('+1800', '+1833', '+1844', '+1855', '+1866', '+1877', '+1888')
BEGIN
    SELECT RAISE(ABORT, 'toll_free_holder: phone_numbers');
END;
