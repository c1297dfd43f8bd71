"""Tonight: what somebody at two in the morning needs in ten seconds, on a phone."""
