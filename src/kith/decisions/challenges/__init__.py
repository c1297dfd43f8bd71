"""Professional disagreement: challenges with their stages, requests for a conference, and reviews of what was overridden."""
