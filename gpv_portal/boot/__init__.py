"""From a bare machine to a running portal; standard library only, read by Python 3.8 and later."""
