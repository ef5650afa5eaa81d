-- Which questionnaires of the team are asked at a site. Whatever version is named here, the newest is asked.
CREATE TABLE site_questionnaires (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    questionnaire_id UUID NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (questionnaire_id) REFERENCES questionnaires (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE UNIQUE INDEX site_questionnaires_pair ON site_questionnaires (site_id, questionnaire_id);

CREATE TRIGGER site_questionnaires_touch BEFORE UPDATE ON site_questionnaires
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
