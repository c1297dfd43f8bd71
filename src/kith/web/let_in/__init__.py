"""A keeper lets a colleague in again who lost their password or what they prove themselves with."""
