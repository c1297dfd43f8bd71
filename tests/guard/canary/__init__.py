"""Every secret is unique and recognisable, and is looked for everywhere that somebody who is not cleared can see."""
