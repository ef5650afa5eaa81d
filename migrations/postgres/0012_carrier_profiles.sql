-- Whether a profile is a template that a person still has to hold against the carrier's own rules and form, and the
-- carrier's own workbook where that is filled in.
ALTER TABLE carriers ADD COLUMN to_confirm BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE carriers ADD COLUMN workbook_name TEXT COLLATE "C";
ALTER TABLE carriers ADD COLUMN workbook_sha256 TEXT COLLATE "C";
UPDATE carriers SET to_confirm = TRUE WHERE code IN ('verizon', 'fusionconnect', 'gtt');

CREATE TABLE carrier_workbooks (
    carrier_id UUID PRIMARY KEY,
    content BYTEA NOT NULL CHECK (octet_length(content) <= 10485760),
    FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT
);
ALTER TABLE carrier_workbooks ALTER COLUMN content SET STORAGE EXTERNAL;
