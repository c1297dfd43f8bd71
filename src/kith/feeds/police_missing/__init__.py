"""Children whom the police were told are missing, and who were found."""
