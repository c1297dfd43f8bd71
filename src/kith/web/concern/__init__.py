"""Record a concern: a professional, one topic a page, about three minutes."""
