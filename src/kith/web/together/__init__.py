"""What pages about one or several children at once share: a question's page, a joint decision's page."""
