"""The chronology page: lanes, "as known at", entries and who held them."""
