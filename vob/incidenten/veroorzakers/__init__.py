"""The register of offenders: off, until the organisation decided so with advice of its FG."""
