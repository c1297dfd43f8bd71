"""Made-up families and areas with a fixed seed: for demonstrations, tests and replay."""
