"""What every app stands on: people, access, audit, sealing, outbox. Knows no other app."""
