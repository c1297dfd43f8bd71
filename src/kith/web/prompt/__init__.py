"""A prompt: Kith's question, with evidence, owner and due time; a person answers."""
