"""Letters: what an agency's system sent and Kith could not read, mended by a person; and how the lines stand."""
