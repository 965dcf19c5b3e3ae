"""The project: how the parts are put together, no rules."""
