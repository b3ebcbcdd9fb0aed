"""One module a format; each offers LAYOUTS = {name: write}, where write(report, rng) returns the bytes of a file."""
