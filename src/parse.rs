//! Sentences to tags, lemmas, trees and entities, with the weights of spaCy's small English pipeline.
