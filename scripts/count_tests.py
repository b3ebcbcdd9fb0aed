"""Adds up what the stages of scripts/test left behind; prints "N passed, N failed"; exits 1 on a failure or on no test.

A stage that failed without naming a failed test (a broken build, a crash) counts as one failed test.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

# The last figure that a runner prints: our own closing line, node's test runner, playwright, vitest.
PASSED = (r"^(?:\w+: )?(\d+) passed, \d+ failed", r"^(?:#|ℹ) pass (\d+)$", r"^\s+(\d+) passed\b", r"^\s+Tests .*?(\d+) passed\b")
FAILED = (r"^(?:\w+: )?\d+ passed, (\d+) failed", r"^(?:#|ℹ) fail (\d+)$", r"^\s+(\d+) failed\b", r"^\s+Tests .*?(\d+) failed\b")


def last_number(patterns, text):
    for pattern in patterns:
        found = re.findall(pattern, text, re.MULTILINE)
        if found:
            return int(found[-1])
    return 0


def count_programs(results, stage):
    """Programs that ctest ran; those of googletest count by their tests."""
    passed = failed = 0
    for case in xml.parse(results / stage / "ctest.xml").iter("testcase"):
        report = results / stage / (case.get("name") + ".xml")
        program_failed = case.get("status") != "run"
        if report.exists():
            suite = xml.parse(report).getroot()
            bad = int(suite.get("failures")) + int(suite.get("errors"))
            passed += int(suite.get("tests")) - bad - int(suite.get("disabled"))
            failed += max(bad, int(program_failed))
        else:
            failed += program_failed
            passed += not program_failed
    return passed, failed


def main():
    results = pathlib.Path(sys.argv[1])
    total_passed = total_failed = 0
    for log in sorted(results.glob("*.log")):
        text = re.sub(r"\x1b\[[0-9;]*m", "", log.read_text(errors="replace"))
        if log.stem == "build":
            passed, failed = 0, 0
        elif (results / log.stem / "ctest.xml").exists():
            passed, failed = count_programs(results, log.stem)
        else:
            passed, failed = last_number(PASSED, text), last_number(FAILED, text)
        if failed == 0 and log.with_suffix(".failed").exists():
            failed = 1
        print(f"{log.stem + ':':10}{passed:6} passed{failed:6} failed")
        total_passed += passed
        total_failed += failed
    print(f"{total_passed} passed, {total_failed} failed")
    sys.exit(0 if total_passed and not total_failed else 1)


main()
