"""What hostile input does: words that would like to be markup, a formula, an address, a field or a fault."""
