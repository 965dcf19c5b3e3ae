"""What people fill in, parsed and worded; one file per part of the story."""
