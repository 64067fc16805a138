//! Classes of role nouns that rules of their own ask for.

/// Class of the police.
pub(super) const POLICE: &str = "police";
/// Class of courts.
pub(super) const COURT: &str = "court";
/// Class of ministries.
pub(super) const MINISTRY: &str = "ministry";
/// Class of governments.
pub(super) const GOVERNMENT: &str = "government";
/// Class of parliaments.
pub(super) const PARLIAMENT: &str = "parliament";
/// Class of the nouns for any organisation.
pub(super) const ORGANISATION: &str = "organization";
/// Class of those who together lead a company.
pub(super) const BOARD: &str = "board";
/// Class of those who know and are not named.
pub(super) const INSIDER: &str = "insider";
/// Class of those who lead a firm or a gang, and no land.
pub(super) const BOSS: &str = "boss";
/// Class of the nouns by which a text calls whom it has named, for a change.
pub(super) const EPITHET: &str = "epithet";
/// Class of those who do in another state or body what somebody does in his.
pub(super) const COUNTERPART: &str = "counterpart";
/// Class of the nouns for any person, of whom the words behind tell more.
pub(super) const PERSON: &str = "person";
/// Class of the links that say that somebody is close to whom stands behind them.
pub(super) const NEAR: &str = "near";
/// Class of those who look into a matter for a body.
pub(super) const EXPERT: &str = "expert";
/// "The force", which may be a police force.
pub(super) const FORCE: &str = "force";
/// Class of those who fight for pay: which of the armed groups they are depends on who speaks.
pub(super) const HIRED: &str = "mercenary";
/// Class of the word for a group of any sort.
pub(super) const GROUP: &str = "group";
/// Class of governments of officers.
pub(super) const JUNTA: &str = "junta";
/// Class of agencies.
pub(super) const AGENCY: &str = "agency";
/// Class of armies.
pub(super) const ARMY: &str = "military";
/// Class of officials and authorities that name nobody.
pub(super) const OFFICIAL: &str = "authority";
/// Class of soldiers, who speak for a side only by its name.
pub(super) const SOLDIER: &str = "soldier";
/// Class of enemies, whose name depends on who speaks.
pub(super) const OCCUPIER: &str = "occupier";

/// Class of those who defend somebody in court.
pub(super) const DEFENCE: &str = "defence";
/// Class of ranks.
pub(super) const OFFICER: &str = "officer";
/// Class of those who hold a post that no firm and no club has ("district collector").
pub(super) const PUBLIC_OFFICER: &str = "public officer";
/// Class of those who speak with other states.
pub(super) const DIPLOMAT: &str = "diplomat";
/// Class of those in politics, whatever their office.
pub(super) const POLITICIAN: &str = "politician";
/// Class of those who command a state's forces.
pub(super) const ARMY_CHIEF: &str = "army chief";
/// Those who run for an office or for one answer of a vote, by whose campaign it is.
pub(super) const CAMPAIGN: &str = "campaign";
/// Class of those who own something: persons or firms.
pub(super) const OWNER: &str = "owner";
/// Class of movements, which are parties or armed groups.
pub(super) const MOVEMENT: &str = "movement";
pub(super) use crate::lexicon::parties::FAMILY;
