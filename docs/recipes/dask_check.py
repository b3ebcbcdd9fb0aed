"""Checks many reports on the workers of a Dask cluster. Every folder is one task: a county, a city, all of them.

    dask_check.py FOLDER... > results.jsonl               the results, in the order of the folders
    dask_check.py --desk OUT --rosters LISTS FOLDER...    workbook, totals and notes of every folder, in OUT/its name

The years of one body belong into one folder. The list of a folder's bodies is the file of its name in LISTS: 甲县.txt,
甲县.csv or 甲县.xlsx. DASK_SCHEDULER names a scheduler (tcp://host:8786), whose workers see the same files; without it
workers are started here, as many as --workers says. NIANBAO is the program.

Dask gives the folder of a worker that is lost to another one. OUT/工作进程.csv says what every worker did and lost.
The exit status is the worst of nianbao's.
"""
import argparse
import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from distributed import Client, LocalCluster, as_completed, get_worker

ATTEMPTS = ".attempts"  # of OUT, while it is made: a folder for every attempt at a folder


def run(words, folder):
    # Exit status 1 and 2 tell of errors and of files that could not be read; their results are there all the
    # same.
    ended = subprocess.run(words, capture_output=True)
    if ended.returncode not in (0, 1, 2):
        raise RuntimeError(f"{folder}: nianbao ended with {ended.returncode}: {ended.stderr[-300:]!r}")
    return ended


def check(folder, program):
    ended = run([program, "check", "--format", "jsonl", "--jobs", "1", folder], folder)
    return ended.stdout, ended.returncode


def desk(folder, roster, out, program):
    begin, name = time.monotonic(), os.path.basename(folder)
    attempt = pathlib.Path(tempfile.mkdtemp(dir=os.path.join(out, ATTEMPTS)))
    (attempt / "worker").write_text(get_worker().address.split("/")[-1], encoding="utf-8")
    (attempt / "folder").write_text(name, encoding="utf-8")
    made = attempt / "made"
    ended = run([program, "desk", folder, "--roster", roster, "--out", made, "--jobs", "1"], folder)
    if not (made / "年报工作簿.xlsx").exists():
        raise RuntimeError(f"{folder}: {ended.stderr.decode()}")
    todo = ended.stdout.splitlines(keepends=True)[:-1]  # the last line says where it is written
    (made / "要办的事.txt").write_bytes(b"".join(todo))
    # A folder whose worker was lost after it was done is done once more.
    if not os.path.exists(os.path.join(out, name)):
        made.rename(os.path.join(out, name))
    (attempt / "seconds").write_text(f"{time.monotonic() - begin:.1f}", encoding="utf-8")
    return ended.returncode


def roster_of(folder, lists):
    for ending in ("txt", "csv", "xlsx"):
        file = os.path.join(lists, f"{os.path.basename(folder)}.{ending}")
        if os.path.exists(file):
            return file
    sys.exit(f"{lists} 里没有 {os.path.basename(folder)} 的名单")


# What every worker did, and what it had begun when it was lost.
def write_account(out):
    rows = []
    for attempt in pathlib.Path(out, ATTEMPTS).iterdir():
        worker, folder = ((attempt / part).read_text(encoding="utf-8") for part in ("worker", "folder"))
        seconds = attempt / "seconds"
        rows.append([worker, folder, *(("做完", seconds.read_text()) if seconds.exists() else ("没有做完", ""))])
    with open(os.path.join(out, "工作进程.csv"), "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["工作进程", "文件夹", "结果", "秒"], *sorted(rows)])


def desk_all(client, folders, out, lists, program):
    if len({os.path.basename(folder) for folder in folders}) < len(folders):
        sys.exit("有同名的文件夹，结果会放在一处")
    rosters = [roster_of(folder, lists) for folder in folders]
    if os.path.exists(out) and os.listdir(out):
        sys.exit(f"{out} 里已有文件，请换一个文件夹")
    os.makedirs(os.path.join(out, ATTEMPTS))
    try:
        begun = as_completed(client.map(desk, folders, rosters, out=out, program=program, pure=False))
        return max(future.result() for future in begun)
    finally:
        write_account(out)
        shutil.rmtree(os.path.join(out, ATTEMPTS), ignore_errors=True)


def check_all(client, folders, program):
    status = 0
    for future in client.map(check, folders, program=program):
        results, ended = future.result()
        sys.stdout.buffer.write(results)
        status = max(status, ended)
    return status


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--desk", metavar="OUT")
    parser.add_argument("--rosters", metavar="LISTS")
    parser.add_argument("--workers", type=int, default=2)
    words = parser.parse_args()
    if bool(words.desk) != bool(words.rosters):
        parser.error("--desk and --rosters go together")
    program = os.environ.get("NIANBAO", "nianbao")
    scheduler = os.environ.get("DASK_SCHEDULER")
    cluster = None
    if not scheduler:
        cluster = LocalCluster(n_workers=words.workers, threads_per_worker=1, dashboard_address=None)
    with Client(scheduler or cluster) as client:
        if words.desk:
            folders = [os.path.abspath(folder) for folder in words.folders]
            status = desk_all(client, folders, os.path.abspath(words.desk), os.path.abspath(words.rosters), program)
        else:
            status = check_all(client, words.folders, program)
    if cluster:
        cluster.close()
    sys.exit(status)


if __name__ == "__main__":
    main()
