"""What a carer said to explain something."""

from kith.grammar.entry_kinds import by, either, entry_kind, person, prose
from kith.rulebook.england.shared_details import ACCOUNT_WAYS, carer_account

# Not a worry, and never what settles one by itself.
carer_account_given = entry_kind(
    label="Carer’s account",
    sentence=either(
        ("{explained_by} said: “{explanation_text}”", by("carer_account", ACCOUNT_WAYS)),
        ("a carer said: “{explanation_text}”", by("carer_account", ACCOUNT_WAYS)),
        by(
            "carer_account",
            {
                "consistent": "a carer’s account was thought to fit",
                "inconsistent": "a carer’s account was thought not to fit",
                "changed": "a carer’s account changed",
                "none_given": "a carer gave no account",
                "not_asked": "no carer was asked for an account",
            },
        ),
        "{explained_by} gave an account",
        "a carer gave an account",
    ),
    details={
        "carer_account": carer_account(),
        "explained_by": person(ask="Who gave the account?"),
        "explanation_text": prose(ask="What did they say, in their words?", label="Explanation"),
    },
)
