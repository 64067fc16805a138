-- Which articles ever spoke in a contradiction, so that a voice that comes back is not told as a new one.

CREATE TABLE heard (
    contradiction TEXT NOT NULL,
    article TEXT NOT NULL,               -- key
    PRIMARY KEY (contradiction, article)
) STRICT, WITHOUT ROWID;

INSERT INTO heard SELECT DISTINCT contradiction.id, article.key
FROM voice JOIN contradiction ON contradiction.position = voice.contradiction
JOIN claim USING (claim) JOIN article USING (article);
