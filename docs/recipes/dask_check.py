"""Checks many reports on the workers of a Dask cluster: dask_check.py FOLDER... > results.jsonl

Every folder is one task (the years of one body belong into one folder); results come in the order of the folders.
DASK_SCHEDULER names a scheduler (tcp://host:8786); without it two workers are started here. NIANBAO is the program.
"""
import os
import subprocess
import sys

from distributed import Client, LocalCluster


def check(folder, program):
    # Exit status 1 and 2 tell of errors and of files that could not be read; their results are there all the same.
    run = subprocess.run([program, "check", "--format", "jsonl", "--jobs", "1", folder], capture_output=True)
    if run.returncode not in (0, 1, 2):
        raise RuntimeError(f"{folder}: nianbao ended with {run.returncode}: {run.stderr[-300:]!r}")
    return run.stdout


def main():
    program = os.environ.get("NIANBAO", "nianbao")
    scheduler = os.environ.get("DASK_SCHEDULER")
    cluster = None if scheduler else LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with Client(scheduler or cluster) as client:
        for future in client.map(check, sys.argv[1:], program=program):
            sys.stdout.buffer.write(future.result())
    if cluster:
        cluster.close()


if __name__ == "__main__":
    main()
