"""The steps that the protocol in force at the date of the incident prescribes."""
