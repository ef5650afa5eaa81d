-- How somebody looks at a grid, under a name: their own view, or, without a member, everybody's.
CREATE TABLE saved_views (
    id UUID PRIMARY KEY,
    screen TEXT COLLATE "C" NOT NULL,
    team_member_id UUID,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    layout JSONB NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (team_member_id) REFERENCES team_members (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX saved_views_shared ON saved_views (screen, name_key) WHERE team_member_id IS NULL;
CREATE UNIQUE INDEX saved_views_own ON saved_views (screen, team_member_id, name_key)
    WHERE team_member_id IS NOT NULL;

CREATE TRIGGER saved_views_touch BEFORE UPDATE ON saved_views
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();

-- Teams gives a toll-free number to a voice application and never to a person. Rows from before the rule may stay
-- until somebody changes them.
ALTER TABLE phone_numbers ADD CONSTRAINT toll_free_holder CHECK (
    assigned_end_user_id IS NULL OR length(number) <> 12
    OR left(number, 5) NOT IN ('+1800', '+1833', '+1844', '+1855', '+1866', '+1877', '+1888')
) NOT VALID;
