"""What the independent scrutineer may open, without asking leave of any agency."""
