"""What another agency asks of yours: answered on one page."""
