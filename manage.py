#!/usr/bin/env python3
"""One command for everything: demo, test and setup, and every command that Django knows."""

import sys

from gpv_portal.boot.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv))
