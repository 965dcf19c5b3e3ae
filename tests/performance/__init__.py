"""What pages and lists cost: plans, buffers and numbers of statements, never milliseconds."""
