"""Feeds: one folder for each sort of message that an agency's system sends; no feed knows another."""
