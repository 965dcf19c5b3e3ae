"""The invented region."""
