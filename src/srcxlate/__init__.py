"""A translation desk for research that cites Japanese, Korean and Chinese sources."""

__version__ = "0.6.0"
