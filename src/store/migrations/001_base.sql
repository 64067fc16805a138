-- Articles with their claims, what was found in them, and what reviewers said.

-- Texts of a few hundred kinds that stand in every claim: rules and lexicon files.
CREATE TABLE symbol (symbol INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE article (
    article INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,           -- index in the run
    key TEXT NOT NULL,                   -- path below the corpus folder
    digest BLOB NOT NULL,                -- of all fields, the settings and the program that drew the claims
    outlet TEXT,
    url TEXT,
    published TEXT,                      -- YYYY-MM-DD
    title TEXT NOT NULL
) STRICT;
CREATE INDEX article_digest ON article (digest);
CREATE INDEX article_published ON article (published);

-- The long fields lie apart, so that a look through the articles does not wade through their texts.
CREATE TABLE article_text (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    body TEXT NOT NULL,
    extra TEXT NOT NULL,                 -- other fields, as a JSON list of [key, value]
    sentences BLOB NOT NULL              -- packed
) STRICT;

CREATE TABLE claim (
    claim INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,            -- place among the article's claims
    id TEXT NOT NULL,
    speaker TEXT,
    party TEXT,
    stance TEXT NOT NULL,
    modality TEXT NOT NULL,
    actor TEXT,
    actor_party TEXT,
    assertion TEXT NOT NULL,
    question TEXT NOT NULL,
    object TEXT,
    place TEXT,                          -- canonical name
    place_key TEXT,
    date_first TEXT,
    date_last TEXT,
    quantity_low REAL,
    quantity_high REAL,
    unit TEXT,
    field TEXT NOT NULL,                 -- title or body
    sentence_start INTEGER NOT NULL,     -- bytes in that field
    sentence_end INTEGER NOT NULL,
    packed BLOB NOT NULL                 -- the whole claim
) STRICT;
CREATE UNIQUE INDEX claim_article ON claim (article, ordinal);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_place ON claim (place_key, date_first);
CREATE INDEX claim_assertion ON claim (assertion, date_first);

CREATE TABLE cluster (
    cluster INTEGER PRIMARY KEY,         -- index in the run
    id TEXT NOT NULL,
    independent_reports INTEGER NOT NULL
) STRICT;
CREATE INDEX cluster_id ON cluster (id);

CREATE TABLE member (
    claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
    cluster INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE
) STRICT;
CREATE INDEX member_cluster ON member (cluster);

CREATE TABLE contradiction (
    position INTEGER PRIMARY KEY,        -- rank in the run
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    status_claim INTEGER REFERENCES claim ON DELETE SET NULL,
    weight REAL NOT NULL,                -- bits
    cluster INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE,
    date_first TEXT,
    date_last TEXT,
    left_party TEXT,
    left_position TEXT NOT NULL,
    left_quote INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    left_independent_reports INTEGER NOT NULL,
    right_party TEXT,
    right_position TEXT NOT NULL,
    right_quote INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    right_independent_reports INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX contradiction_id ON contradiction (id);
CREATE INDEX contradiction_cluster ON contradiction (cluster);

CREATE TABLE voice (
    contradiction INTEGER NOT NULL REFERENCES contradiction ON DELETE CASCADE,
    side TEXT NOT NULL,                  -- left or right
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    PRIMARY KEY (contradiction, side, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_claim ON voice (claim);

CREATE TABLE copy (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    of INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    share REAL NOT NULL,                 -- of the copy's text, 0 to 1
    agency TEXT,
    how TEXT NOT NULL
) STRICT;

-- What reviewers said. Nothing in it ever changes: who takes a verdict back adds one that undoes it.
CREATE TABLE verdict (
    verdict INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL CHECK (json_valid(payload)),
    who TEXT NOT NULL,
    at TEXT NOT NULL,                    -- UTC, RFC 3339
    undoes INTEGER UNIQUE REFERENCES verdict
) STRICT;
CREATE TRIGGER verdict_stays BEFORE UPDATE ON verdict
BEGIN SELECT RAISE(ABORT, 'a verdict is never changed: add one that undoes it'); END;
CREATE TRIGGER verdict_is_kept BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'a verdict is never removed: add one that undoes it'); END;

-- For whoever opens the file with another tool.
CREATE VIEW claims AS
SELECT claim.id AS claim_id, article.key AS article, article.outlet, article.published, article.url, claim.speaker,
    claim.party, claim.stance, claim.modality, claim.actor, claim.actor_party, claim.assertion, claim.question,
    claim.object, claim.place, claim.date_first, claim.date_last, claim.quantity_low, claim.quantity_high, claim.unit,
    CAST(substr(
        CAST(CASE claim.field WHEN 'title' THEN article.title ELSE article_text.body END AS BLOB),
        claim.sentence_start + 1, claim.sentence_end - claim.sentence_start
    ) AS TEXT) AS sentence,
    cluster.id AS cluster_id
FROM claim JOIN article USING (article) JOIN article_text USING (article)
LEFT JOIN member USING (claim) LEFT JOIN cluster USING (cluster);

CREATE VIEW contradictions AS
SELECT contradiction.id AS contradiction_id, code, kind, status, weight, cluster.id AS cluster_id,
    contradiction.date_first, contradiction.date_last, left_party, left_position, left_quote.sentence AS left_quote,
    left_quote.article AS left_article, right_party, right_position, right_quote.sentence AS right_quote,
    right_quote.article AS right_article, note
FROM contradiction JOIN cluster USING (cluster)
JOIN claim AS left_claim ON left_claim.claim = contradiction.left_quote
JOIN claims AS left_quote ON left_quote.claim_id = left_claim.id
JOIN claim AS right_claim ON right_claim.claim = contradiction.right_quote
JOIN claims AS right_quote ON right_quote.claim_id = right_claim.id;

CREATE VIEW verdicts AS
SELECT verdict.verdict, verdict.kind, verdict.payload, verdict.who, verdict.at, verdict.undoes,
    undoing.verdict AS undone_by
FROM verdict LEFT JOIN verdict AS undoing ON undoing.undoes = verdict.verdict;
