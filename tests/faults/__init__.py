"""Processes killed and brokers emptied on purpose: nothing is lost, nothing happens twice."""
