-- Which articles tell one story.

CREATE TABLE story (
    story INTEGER PRIMARY KEY,           -- index in the run
    id TEXT NOT NULL,
    typical INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    likeness REAL NOT NULL               -- of its articles to each other, 0 to 1
) STRICT;
CREATE INDEX story_id ON story (id);

CREATE TABLE teller (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE
) STRICT;
CREATE INDEX teller_story ON teller (story);
