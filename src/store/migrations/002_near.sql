-- What one asks for to find the claims that could be on one matter with those of a new article.

ALTER TABLE claim ADD COLUMN day TEXT;   -- first day of the event, or else of publication

CREATE TRIGGER claim_day AFTER INSERT ON claim
BEGIN
    UPDATE claim SET day = coalesce(NEW.date_first, (SELECT published FROM article WHERE article = NEW.article))
    WHERE claim = NEW.claim;
END;

UPDATE claim SET day = coalesce(date_first, (SELECT published FROM article WHERE article.article = claim.article));

CREATE INDEX claim_near_place ON claim (place_key, question, day);
CREATE INDEX claim_near_actor ON claim (actor_party, assertion, day);
CREATE INDEX claim_near_object ON claim (object, question, day);
