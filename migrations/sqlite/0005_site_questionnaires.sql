-- Which questionnaires of the team are asked at a site. Whatever version is named here, the newest is asked.
CREATE TABLE site_questionnaires (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (questionnaire_id) REFERENCES questionnaires (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE UNIQUE INDEX site_questionnaires_pair ON site_questionnaires (site_id, questionnaire_id);

CREATE TRIGGER site_questionnaires_touch AFTER UPDATE ON site_questionnaires
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE site_questionnaires SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
