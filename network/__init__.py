"""Who there is: the directory, contacts, areas of responsibility, memberships."""
