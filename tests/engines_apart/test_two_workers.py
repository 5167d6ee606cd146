"""Two workers of one cluster, each a process of its own, give the rows of polars.

Neither can import icluster or narwhals: what travels is plain comparisons.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from socket import socket
from time import sleep
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parents[2]
# What a worker does that imports one of them.
REFUSED = "raise ImportError('not for workers')\n"


def free_port() -> int:
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def processes(*commands: list[str], env: dict[str, str]) -> Generator[None]:
    """Run commands until the block ends."""
    started = [
        subprocess.Popen(
            command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for command in commands
    ]
    try:
        yield
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(30)


def answers(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(300):
        with socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise TimeoutError(port)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    for name in ("icluster", "narwhals"):
        (tmp_path / f"{name}.py").write_text(REFUSED)
    return os.environ | {
        "PYTHONPATH": str(tmp_path),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
    }


def example(engine: str, address: str) -> list[str]:
    """Run the example against a cluster, as a reader of the manual does."""
    command = [sys.executable, "-W", "ignore", "examples/spark_and_dask.py"]
    # Both workers, or it waits: else Spark begins with the first that has come.
    both = "spark.scheduler.minRegisteredResourcesRatio=1.0"
    own = {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": f"--conf spark.cores.max=2 --conf {both} pyspark-shell",
    }
    run = subprocess.run(
        [*command, f"{engine}={address}"],
        env=os.environ | own,
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_two_workers_of_dask(env: dict[str, str]) -> None:
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port)]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-dashboard"]
    with processes([*scheduler, "--no-dashboard"], env=env):
        answers(port)
        with processes(worker, worker, env=env):
            with import_module("distributed").Client(address) as client:
                client.wait_for_workers(2, timeout=60)
            printed = example("dask", address)
    assert printed == ["polars: 60 rows", "dask: 2 workers", "dask: the same rows"]


def test_two_workers_of_spark(env: dict[str, str]) -> None:
    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    home = Path(str(import_module("pyspark").__file__)).parent
    deploy = [str(home / "bin" / "spark-class"), "org.apache.spark.deploy."]

    def command(kind: str, *arguments: str) -> list[str]:
        name = f"{deploy[1]}{kind.lower()}.{kind}"
        return [deploy[0], name, "--host", "127.0.0.1", "--webui-port", "0", *arguments]

    worker = command("Worker", "--cores", "1", "--memory", "1g", address)
    with processes(command("Master", "--port", str(port)), env=env):
        answers(port)
        with processes(worker, worker, env=env):
            printed = example("spark", address)
    assert printed == ["polars: 60 rows", "spark: 2 workers", "spark: the same rows"]
