"""England: the vocabulary, rules and time limits of child protection in England."""
