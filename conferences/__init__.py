"""People around a table: case conferences, which are secret, and committees, which are not."""
