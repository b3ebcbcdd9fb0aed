"""Faults that are put into a right report, each with the rule that must find it and its place.

A fault is a function fault(report, rng): it changes the report and appends to report.faults; False when it does not fit this report.
"""
