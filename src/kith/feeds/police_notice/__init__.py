"""A police notice about children: what officers saw or were told."""
