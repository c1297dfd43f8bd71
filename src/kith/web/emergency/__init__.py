"""Opening a child in an emergency, with a reason; being told of it; reviewing it."""
