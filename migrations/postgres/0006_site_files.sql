-- What a file of a site shows, and the section of its discovery that it belongs to.
ALTER TABLE attachments ADD COLUMN caption TEXT COLLATE "C";
ALTER TABLE attachments ADD COLUMN section discovery_section;
-- Photos and documents are compressed already; trying again takes longer than writing them.
ALTER TABLE attachment_contents ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE attachment_thumbnails ALTER COLUMN content SET STORAGE EXTERNAL;
