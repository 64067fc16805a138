-- What makes a run incremental, and what tells its runs apart.

CREATE TABLE file (
    file INTEGER PRIMARY KEY,
    shown TEXT NOT NULL UNIQUE,          -- path as the person gave it
    digest BLOB NOT NULL,                -- of its names and bytes, the settings and the program that read it
    articles INTEGER NOT NULL,           -- how many it gave
    skipped TEXT NOT NULL                -- what was left out of it, as a JSON list of [file, why]
) STRICT;

ALTER TABLE article ADD COLUMN file INTEGER REFERENCES file ON DELETE SET NULL;
CREATE INDEX article_file ON article (file, position);

CREATE TABLE run (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,                    -- UTC, RFC 3339
    newest TEXT,                         -- latest day of publication
    articles INTEGER NOT NULL,
    new_articles INTEGER NOT NULL,
    gone_articles INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    clusters INTEGER NOT NULL,
    contradictions INTEGER NOT NULL,
    published INTEGER NOT NULL DEFAULT 0 -- 1 once the reports of this run were in their place
) STRICT;

-- Every contradiction that ever was, under every id that it had.
CREATE TABLE dispute (
    id TEXT PRIMARY KEY,
    first_run INTEGER NOT NULL REFERENCES run,
    gone_run INTEGER REFERENCES run,     -- NULL while it lives
    now TEXT                             -- the id under which it goes on, NULL where it kept its own
) STRICT, WITHOUT ROWID;

-- What happened to contradictions.
CREATE TABLE event (
    event INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    contradiction TEXT NOT NULL,
    change TEXT NOT NULL,
    day TEXT,                            -- of publication of the article that brought it
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    place TEXT NOT NULL,
    left_party TEXT,
    left_position TEXT NOT NULL,
    right_party TEXT,
    right_position TEXT NOT NULL,
    note TEXT NOT NULL,
    side TEXT,                           -- left or right; the claim that brought it, and who said it
    party TEXT,
    outlet TEXT,
    article TEXT,
    claim TEXT,
    quote TEXT,
    other TEXT                           -- the id that it had before
) STRICT;
CREATE INDEX event_contradiction ON event (contradiction, event);
CREATE INDEX event_run ON event (run);

-- Every cluster that ever was.
CREATE TABLE cluster_life (
    id TEXT PRIMARY KEY,
    first_run INTEGER NOT NULL REFERENCES run,
    gone_run INTEGER REFERENCES run,
    now TEXT                             -- the cluster that most of its claims went to
) STRICT, WITHOUT ROWID;

-- How clusters came from each other.
CREATE TABLE lineage (
    lineage INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    cluster TEXT NOT NULL,
    change TEXT NOT NULL,                -- grown, shrunk, split, merged, renamed, gone
    other TEXT,                          -- split: from; merged, renamed: into
    claims INTEGER NOT NULL              -- how many came, went or moved
) STRICT;
CREATE INDEX lineage_cluster ON lineage (cluster);
CREATE INDEX lineage_other ON lineage (other);

DROP VIEW contradictions;
CREATE VIEW contradictions AS
SELECT contradiction.id AS contradiction_id, code, kind, status, weight, cluster.id AS cluster_id,
    contradiction.date_first, contradiction.date_last, run.at AS first_seen, left_party, left_position,
    left_quote.sentence AS left_quote, left_quote.article AS left_article, right_party, right_position,
    right_quote.sentence AS right_quote, right_quote.article AS right_article, note
FROM contradiction JOIN cluster USING (cluster)
JOIN claim AS left_claim ON left_claim.claim = contradiction.left_quote
JOIN claims AS left_quote ON left_quote.claim_id = left_claim.id
JOIN claim AS right_claim ON right_claim.claim = contradiction.right_quote
JOIN claims AS right_quote ON right_quote.claim_id = right_claim.id
LEFT JOIN dispute ON dispute.id = contradiction.id
LEFT JOIN run ON run.run = dispute.first_run;
