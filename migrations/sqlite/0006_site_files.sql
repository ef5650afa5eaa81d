-- What a file of a site shows, and the section of its discovery that it belongs to.
ALTER TABLE attachments ADD COLUMN caption TEXT;
ALTER TABLE attachments ADD COLUMN section TEXT CHECK (section IN (
    'site_facts', 'contacts', 'emergency', 'legacy_system', 'circuits', 'special_lines', 'devices', 'needs',
    'licenses', 'network', 'notes'
));
