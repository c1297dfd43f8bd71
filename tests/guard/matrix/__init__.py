"""Every address, every method, every role and relationship: what is answered, beside what is promised."""
