-- Whether a profile is a template that a person still has to hold against the carrier's own rules and form, and the
-- carrier's own workbook where that is filled in.
ALTER TABLE carriers ADD COLUMN to_confirm INTEGER NOT NULL DEFAULT FALSE CHECK (to_confirm IN (0, 1));
ALTER TABLE carriers ADD COLUMN workbook_name TEXT;
ALTER TABLE carriers ADD COLUMN workbook_sha256 TEXT;
UPDATE carriers SET to_confirm = TRUE WHERE code IN ('verizon', 'fusionconnect', 'gtt');

CREATE TABLE carrier_workbooks (
    carrier_id TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL CHECK (length(content) <= 10485760),
    FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT
) STRICT;
