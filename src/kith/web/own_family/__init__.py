"""Who a practitioner is among the people whom Kith holds, and which children are closed to them for it."""
