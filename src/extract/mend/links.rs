//! Which token hangs on which, read in both directions: every rule asks what hangs on a token.

/// Ends a chain of siblings.
const NONE: u32 = u32::MAX;

/// The heads of a sentence's tokens, and for each token what hangs on it, in the order of the text.
pub(super) struct Links {
    heads: Vec<u32>,
    first_kid: Vec<u32>,
    next_sibling: Vec<u32>,
}

impl Links {
    /// From the head of each token; a root is its own head.
    pub fn new(heads: impl Iterator<Item = u32>) -> Self {
        let heads: Vec<u32> = heads.collect();
        let mut links = Links {
            first_kid: vec![NONE; heads.len()],
            next_sibling: vec![NONE; heads.len()],
            heads,
        };
        // From the last to the first, so that each goes to the front of its chain.
        for token in (0..links.heads.len() as u32).rev() {
            links.join(token);
        }
        links
    }

    /// The head of a token; a root is its own.
    pub fn head(&self, token: usize) -> usize {
        self.heads[token] as usize
    }

    /// Hangs a token on another, or makes it a root by hanging it on itself.
    pub fn set_head(&mut self, token: usize, head: usize) {
        self.part(token as u32);
        self.heads[token] = head as u32;
        self.join(token as u32);
    }

    /// What hangs on a token, in the order of the text.
    pub fn kids(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let real = |kid: u32| (kid != NONE).then_some(kid);
        std::iter::successors(real(self.first_kid[token]), move |kid| {
            real(self.next_sibling[*kid as usize])
        })
        .map(|kid| kid as usize)
    }

    /// Puts a token into the chain of its head.
    fn join(&mut self, token: u32) {
        let head = self.heads[token as usize];
        if head != token {
            let before = self.before(token, head);
            let after = std::mem::replace(self.behind(before, head), token);
            self.next_sibling[token as usize] = after;
        }
    }

    /// Takes a token out of the chain of its head.
    fn part(&mut self, token: u32) {
        let head = self.heads[token as usize];
        if head != token {
            let before = self.before(token, head);
            *self.behind(before, head) = self.next_sibling[token as usize];
        }
    }

    /// The last of a head's kids before a token.
    fn before(&self, token: u32, head: u32) -> Option<u32> {
        let kids = self.kids(head as usize).map(|kid| kid as u32);
        kids.take_while(|&kid| kid < token).last()
    }

    /// What follows a kid in its chain, or the first of the head's.
    fn behind(&mut self, kid: Option<u32>, head: u32) -> &mut u32 {
        match kid {
            Some(kid) => &mut self.next_sibling[kid as usize],
            None => &mut self.first_kid[head as usize],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn kids_are_the_tokens_with_that_head(
            heads in prop::collection::vec(0u32..12, 12),
            moves in prop::collection::vec((0usize..12, 0usize..12), 0..20),
        ) {
            let mut links = Links::new(heads.into_iter());
            for (token, head) in moves {
                links.set_head(token, head);
                for at in 0..12 {
                    let slow = (0..12).filter(|&kid| kid != at && links.head(kid) == at);
                    prop_assert_eq!(links.kids(at).collect::<Vec<_>>(), slow.collect::<Vec<_>>());
                }
            }
        }
    }
}
