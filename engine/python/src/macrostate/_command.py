"""Starts the program and reads how it ended."""

import os
import shutil
import subprocess
from dataclasses import dataclass


class BadInput(ValueError):
    """Input that the program refused; the text is its message."""


class Defect(RuntimeError):
    """The program ended in a way that is a defect of its own."""


@dataclass(frozen=True)
class Outcome:
    """What a command printed.

    output -- standard output
    messages -- standard error, without progress
    converged -- False if the numerics did not converge (exit status 3)
    passed -- False if a check failed (exit status 1)
    """

    output: str
    messages: str
    converged: bool
    passed: bool


def command():
    """The program as a list of words: MACROSTATE (a launcher or a jar), or macrostate on the PATH."""
    named = os.environ.get("MACROSTATE")
    if named:
        return ["java", "-jar", named] if named.endswith(".jar") else [named]
    found = shutil.which("macrostate")
    if found:
        return [found]
    raise FileNotFoundError(
        "macrostate was not found: set MACROSTATE to engine/target/macrostate or engine/target/macrostate.jar, "
        "or put the launcher on the PATH"
    )


def option(name, value):
    """The words of one option: True is a flag, a dictionary name=value pairs, None and False nothing."""
    flag = "--" + name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return []
    if value is True:
        return [flag]
    if isinstance(value, dict):
        value = ",".join(f"{key}={text(item)}" for key, item in value.items())
    elif isinstance(value, (list, tuple)):
        value = ",".join(text(item) for item in value)
    return [flag, text(value)]


def text(value):
    """A number with all its digits, anything else as it is."""
    if isinstance(value, bool):
        return str(value).lower()
    return repr(float(value)) if isinstance(value, float) else str(value)


def run(*words, stdin=None):
    """Runs ``macrostate WORDS…``.

    Raises BadInput with the program's message for exit status 2, and Defect for any status that the program does not
    give on purpose.
    """
    done = subprocess.run(
        [*command(), *map(str, words)],
        input=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == 2:
        raise BadInput(done.stderr.strip())
    if done.returncode not in (0, 1, 3):
        raise Defect(f"macrostate ended with status {done.returncode}:\n{done.stderr.strip()}")
    return Outcome(done.stdout, done.stderr, done.returncode != 3, done.returncode != 1)
