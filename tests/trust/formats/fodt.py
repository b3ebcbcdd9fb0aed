"""Flat OpenDocument text."""
from formats import odt


def write(report, rng):
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {odt.NS} office:version="1.2" office:mimetype="{odt.KIND}"><office:body><office:text>'
            f"{odt.body(report, rng, True)}</office:text></office:body></office:document>").encode("utf-8")


LAYOUTS = {"flat": write}
ENDING = "fodt"
