"""Pictures drawn as SVG on the server: each twice, for the wide page and the phone, beside a table that says the same."""
