"""The board: what the register asks of who handles cases, on one page."""
