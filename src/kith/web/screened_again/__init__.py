"""A decision of the front door is made a second time, blind; and what is counted of the front door's decisions."""
