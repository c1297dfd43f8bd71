"""What anybody writes about moves and arrivals."""

SENTENCES = {
    "moved_home": ("Change of address given.", "Family has moved. New address noted.", "Moved; nearer to her sister."),
    "moved_home:housing": ("Tenancy started at the new address.", "Moved from temporary flat to a house of their own."),
    "adult_joined_household": ("{who} is living with the family, Mum says.", "{who} there when I called; introduced himself."),
    "adult_joined_household:childrens_social_care": (
        "Met {who} before he moved in. Checks asked for and back. Talked with the children about it.",
    ),
    "adult_left_household": ("{who} has moved out.",),
}  # fmt: skip
