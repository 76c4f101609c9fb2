"""The second floor: what every view needs."""
