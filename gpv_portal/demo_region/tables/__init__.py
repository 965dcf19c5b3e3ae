"""What there is in the invented region, as plain tables; nothing here touches the database."""
