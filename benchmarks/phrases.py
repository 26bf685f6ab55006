"""What the invented articles are made of: syllables of names, and sentences by kind of event."""

from __future__ import annotations

from dataclasses import dataclass

HEADS = ("Bar", "Cas", "Del", "Ebb", "Fen", "Gral", "Hol", "Iv", "Jor", "Kel", "Lüt", "Mar", "Nor", "Oss", "Quin")
MIDDLES = ("a", "e", "in", "o", "ur", "es", "il", "an")
TAILS = ("bach", "dale", "feld", "gate", "holm", "kirk", "low", "mere", "nik", "port", "sund", "tal", "vik", "wold")
FIRST_NAMES = ("Ada", "Benno", "Cléa", "Dov", "Esra", "Filip", "Gudrun", "Hana", "Ilir", "Jana", "Kofi", "Mato")
OFFICES = ("mayor", "inspector", "chair", "spokeswoman", "secretary", "engineer", "physician", "councillor", "judge")
BODIES = ("Water Board", "Chamber", "Institute", "Railway", "Harbour Trust", "Hospital", "Union", "Bank", "League")
STREETS = ("Tanner Row", "the fish market", "Bishop's Bridge", "Weir Street", "the old gasworks", "Linden Square")
OUTLETS = (
    *("Aurora Herald", "Bellwether", "Canal Street Journal", "Daybreak", "Eastern Post", "Fairground Times"),
    *("Gateway Echo", "Hilltop Record", "Isle & Mainland", "Junction News", "Kite", "Le Relais du Port"),
    *("Morning Ledgerline", "Nightwatch", "Öresund Notes", "Parish Messenger", "Quayside", "Round Table"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "June", "September", "October", "December")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its headlines, openings and facts, each fact in two wordings."""

    slug: str
    tags: tuple[str, ...]
    headlines: tuple[str, ...]
    openings: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


KINDS = (
    Kind(
        "bridge",
        ("transport", "building"),
        (
            "{place} bridge closed after cracks are found",
            "Cracks shut the {place} bridge to lorries",
            "{body} told of {place} bridge cracks {small} weeks ago",
        ),
        (
            "The bridge at {street} in {place} was closed on {weekday} after {who}, {office}, was shown {n} cracks.",
            "Engineers of the {body} closed the {place} bridge on {weekday} and sent traffic by way of {street}.",
        ),
        (
            ("Some {n} lorries cross it on a working day.", "About {n} lorries a day must find another way."),
            ("Repairs may cost {money} million crowns.", "The {body} puts the repairs at {money} million crowns."),
            ("The deck was last renewed {small} years ago.", "It is {small} years since the deck was renewed."),
            ("A ferry will run from {street} every {small} minutes.", "Every {small} minutes a ferry leaves {street}."),
        ),
    ),
    Kind(
        "vote",
        ("politics", "elections"),
        (
            "{who} leads {place} council after recount",
            "Recount in {place} gives {who} {n} more votes",
            "{place} votes, and waits for {n} ballots",
        ),
        (
            "{who}, {office}, took the {place} council on {weekday} by {n} votes, the {body} said after a recount.",
            "A recount of the {place} council vote ended on {weekday} with {who} ahead by {n} ballots.",
        ),
        (
            ("{who2} asked the {body} for a second recount.", "A second recount was asked for by {who2}."),
            ("Turnout was {small} points higher than last time.", "Turnout rose by {small} points."),
            ("The new council meets at {street} in {month}.", "In {month} the new council sits for the first time."),
            ("The campaign had cost {money} million crowns.", "{money} million crowns went into the campaign."),
        ),
    ),
    Kind(
        "spill",
        ("environment", "health"),
        (
            "Oil in the {place} river reaches {street}",
            "{body} warns {place} not to drink from wells",
            "{n} households in {place} without water after spill",
        ),
        (
            "Oil from a broken tank at {street} reached the river in {place} on {weekday}, {who}, {office}, said.",
            "The {body} asked {n} households in {place} on {weekday} to leave their wells alone after an oil spill.",
        ),
        (
            ("{n} households were told to boil their water.", "Water has to be boiled in {n} households."),
            ("Divers closed the leak within {small} hours.", "It took divers {small} hours to close the leak."),
            ("The clean-up is put at {money} million crowns.", "Cleaning the banks may cost {money} million crowns."),
            ("{who2} said the tank was tested in {month}.", "In {month} the tank had passed a test, said {who2}."),
        ),
    ),
    Kind(
        "strike",
        ("labour", "business"),
        (
            "Trains stand still in {place} as {body} staff walk out",
            "{n} workers join strike at the {body}",
            "{body} offers {place} crews {small} per cent",
        ),
        (
            "{n} employees of the {body} walked out in {place} on {weekday}, asking for {small} per cent more pay.",
            "A strike at the {body} left the platforms of {place} empty on {weekday}, said {who}, {office}.",
        ),
        (
            ("The crews ask for {small} per cent more.", "They want a rise of {small} per cent."),
            ("Each day costs the {body} {money} million crowns.", "The {body} loses {money} million crowns a day."),
            ("{who2} will mediate at {street}.", "As mediator both sides accepted {who2}."),
            ("A first contract had run out in {month}.", "The old contract ended in {month}."),
        ),
    ),
    Kind(
        "find",
        ("science", "history"),
        (
            "Builders in {place} dig up {n} silver coins",
            "{body} dates the {place} hoard",
            "A hoard of {n} coins, and {place} asks whose",
        ),
        (
            "Builders at {street} in {place} dug up {n} silver coins on {weekday}, said {who}, {office}.",
            "The {body} was called to {street} in {place} on {weekday}, where a digger had met {n} silver coins.",
        ),
        (
            ("The oldest coin is some {n} years old.", "{n} years is the age of the oldest coin."),
            ("The {body} values the hoard at {money} million crowns.", "Its worth may be {money} million crowns."),
            ("The coins lay {small} feet below the pavement.", "They were found {small} feet down."),
            ("{who2} wants them shown by {month}.", "By {month} they should be on view, said {who2}."),
        ),
    ),
)

QUOTES = (
    '"We will look at every {thing} before we say more," said {who}.',
    '"Nobody here was told of the {thing}," {who2} said, "and that is the trouble."',
    '{who} called the {thing} "a matter of weeks, not of months".',
    "“Ask the {body} about the {thing},” said {who2}, who lives near {street}.",
    '"I have seen worse in {place}," {who} said. "Not often, but I have."',
)
THINGS = ("plan", "report", "delay", "invoice", "warning", "repair", "promise", "letter", "map", "timetable", "vote")

# Background: one of each, so that few sentences of an archive are the same.
WHEN = (
    *("In earlier years", "For most of the winter", "Until last {month}", "By the evening", "Long before {weekday}"),
    *("Across {region}", "On the far side of {street}", "In the words of {who2}", "Behind closed doors"),
    *("At the {body}", "Among neighbours", "In letters to this paper", "During the first {small} days"),
)
WHAT = (
    *("people had argued over who should pay for the {thing}", "the {thing} was passed from one desk to the next"),
    *("shops near {street} had opened late and closed early", "{n} signatures were gathered under a short petition"),
    *(
        "one {thing} of {small} pages was lying in a drawer",
        "schools, clinics and workshops kept a list of faults",
    ),
    *("the older part of {place} had been quiet", "few believed that the {thing} would ever be made public"),
    *("visitors asked for the way and were sent to {street}", "the {body} had counted {small} complaints a week"),
    *("rain, frost and a late thaw slowed the work down", "each {thing} was read aloud and then put to one side"),
)
AND_THEN = (
    *("and nobody thought it would come to this.", "while the cost was shared out in small parts."),
    *("which the council of {region} noted without a debate.", "although a few had asked for more time."),
    *("so that little was left to decide in {month}.", "and the archive of {place} holds no other record."),
    *("until {who2} put the question again.", "as far as the papers seen by this newsroom show."),
    *("but the matter rested there for {small} years.", "and some {n} people signed what followed."),
)
HEADINGS = ("What is known", "How it began", "The costs", "Voices from {place}", "What comes next")
