-- An import reads every kind of row, from several files at once, and remembers how each sheet was read.

CREATE TABLE import_sheets_new (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    import_batch_id TEXT NOT NULL,
    sheet TEXT NOT NULL,
    header_row INTEGER NOT NULL,
    target TEXT NOT NULL CHECK (target IN (
        'phone_numbers', 'end_users', 'resource_accounts', 'call_queues', 'call_queue_agents', 'call_queue_groups',
        'auto_attendants', 'sites', 'losing_account_numbers', 'port_order_events'
    )),
    column_map TEXT NOT NULL CHECK (json_valid(column_map)),
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
    FOREIGN KEY (customer_id, import_batch_id) REFERENCES import_batches (customer_id, id) ON DELETE RESTRICT
) STRICT;

INSERT INTO import_sheets_new (
    id, customer_id, import_batch_id, sheet, header_row, target, column_map, file_name, file_sha256
)
SELECT s.id, s.customer_id, s.import_batch_id, s.sheet, s.header_row, s.target, s.column_map, b.file_name, b.file_sha256
FROM import_sheets s JOIN import_batches b ON b.id = s.import_batch_id;

DROP TABLE import_sheets;
ALTER TABLE import_sheets_new RENAME TO import_sheets;

CREATE UNIQUE INDEX import_sheets_sheet ON import_sheets (import_batch_id, sheet);
-- The same file again.
CREATE INDEX import_sheets_file ON import_sheets (file_sha256);

CREATE TABLE mapping_profiles_new (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    target TEXT NOT NULL CHECK (target IN (
        'phone_numbers', 'end_users', 'resource_accounts', 'call_queues', 'call_queue_agents', 'call_queue_groups',
        'auto_attendants', 'sites', 'losing_account_numbers', 'port_order_events'
    )),
    header_fingerprint TEXT NOT NULL,
    column_map TEXT NOT NULL CHECK (json_valid(column_map)),
    value_map TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(value_map)),
    defaults TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(defaults)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

INSERT INTO mapping_profiles_new SELECT * FROM mapping_profiles;
DROP TABLE mapping_profiles;
ALTER TABLE mapping_profiles_new RENAME TO mapping_profiles;

CREATE UNIQUE INDEX mapping_profiles_name ON mapping_profiles (name_key);
CREATE INDEX mapping_profiles_header ON mapping_profiles (header_fingerprint);

CREATE TRIGGER mapping_profiles_touch AFTER UPDATE ON mapping_profiles
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE mapping_profiles SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
