"""People around a table: case conferences and committees."""
