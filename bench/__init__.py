"""`make bench`: the figures of shared/ontwerp/eisen.md, measured side by side in one run."""
