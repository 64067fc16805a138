//! Word lists as data: frames, cues, parties, places, units; loaded, overlaid with the user's own, and looked up.
