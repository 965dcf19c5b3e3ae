"""Who there is: organisations, facilities, services, areas, contacts and who belongs where."""
