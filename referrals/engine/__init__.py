"""What the services share: locks, steps, clocks, mails. Nothing here asks who may."""
