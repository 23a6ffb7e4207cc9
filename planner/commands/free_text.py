"""Words of a person's own, looked through before they are kept for good: the log takes nothing back."""

from __future__ import annotations

from pathlib import Path

from planner.commands.ask import Ask

SAY_WITHOUT = "Nothing was written; say it without that."


def refuse_child_named(folder: Path, ask: Ask, what: str, text: str) -> None:
    """Refuse a text that documents could not be written with: it names a child or a case.

    Args:
        folder: the review folder, which has been planned.
        ask: asks for the vault's passphrase, if one is needed.
        what: what the text is.
        text: what somebody wrote; where it is empty nothing is looked through.

    Raises:
        LeakRefused: it does; the sentence says nothing of the child.
        Refusal: something in the folder cannot be used.
    """
    if not text:
        return
    # what documents are made with takes longer to load than all that is said without words of one's own
    from planner.commands.documents import leaks_of
    from planner.commands.sourced import sourced
    from planner.commands.vaults import open_folder_vault
    from planner.commands.versions import planned
    from planner.intake.review_file import read_review
    from planner.outgoing.own_words import refuse_words
    from planner.outgoing.rules import LeakRefused

    review = read_review(folder)
    opened = open_folder_vault(folder, review.about, ask, writing=False)
    source = sourced(folder, review.about, opened, planned(folder).number).source
    try:
        refuse_words(what, text, leaks_of(source, review, opened))
    except LeakRefused as leak:
        raise LeakRefused(leak.rule, what, SAY_WITHOUT) from None
