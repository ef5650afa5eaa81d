-- An import reads every kind of row, from several files at once, and remembers how each sheet was read.

ALTER TYPE import_target ADD VALUE 'resource_accounts';
ALTER TYPE import_target ADD VALUE 'call_queues';
ALTER TYPE import_target ADD VALUE 'call_queue_agents';
ALTER TYPE import_target ADD VALUE 'call_queue_groups';
ALTER TYPE import_target ADD VALUE 'auto_attendants';
ALTER TYPE import_target ADD VALUE 'sites';
ALTER TYPE import_target ADD VALUE 'losing_account_numbers';
ALTER TYPE import_target ADD VALUE 'port_order_events';

ALTER TABLE import_sheets
    ADD COLUMN file_name TEXT COLLATE "C",
    ADD COLUMN file_sha256 TEXT COLLATE "C",
    ADD COLUMN settings JSONB NOT NULL DEFAULT '{}';

UPDATE import_sheets s SET file_name = b.file_name, file_sha256 = b.file_sha256
FROM import_batches b WHERE b.id = s.import_batch_id;

ALTER TABLE import_sheets
    ALTER COLUMN file_name SET NOT NULL,
    ALTER COLUMN file_sha256 SET NOT NULL;

-- The same file again.
CREATE INDEX import_sheets_file ON import_sheets (file_sha256);
