"""Before you knock: one side of paper for anybody about to visit."""
