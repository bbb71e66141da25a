"""Runs what the definitions for GitHub, GitLab and pre-commit run: pipelines.py ROOT DESIGNC FOLDER

Prints what is wrong, and exits with 1 when anything is.
"""

import subprocess
import sys
from pathlib import Path

import yaml

root, designc, folder = (Path(argument) for argument in sys.argv[1:4])
environment = {
    "PATH": f"{designc.parent}:{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8",
    "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.com", "GIT_COMMITTER_NAME": "T",
    "GIT_COMMITTER_EMAIL": "t@example.com",
}
problems = []


def expect(condition, complaint):
    if not condition:
        problems.append(complaint)


def run(*arguments, cwd=folder, **variables):
    done = subprocess.run(
        arguments, cwd=cwd, env=environment | variables, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def write(name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


GOOD, KEYLESS = "application a: service { stateless }\n", "database d: postgresql 17 { table t { x: int } }\n"
write("design/a.design", GOOD)
for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
    run("git", *command)
first = run("git", "rev-parse", "HEAD")[1].strip()

# GitHub: the steps of the composite action, as the runner gives them to bash.
action = yaml.safe_load((root / "integrations/github/action.yml").read_text("utf-8"))
steps = {step["name"]: step for step in action["runs"]["steps"]}


def github(**inputs):
    inputs = {name: one["default"] for name, one in action["inputs"].items()} | inputs
    (folder / "summary.md").unlink(missing_ok=True)
    variables = {"RUNNER_TEMP": str(folder), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    for name, value in steps["Check the design"]["env"].items():
        variables[name] = inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]
    for step in steps.values():
        expect(step["shell"] == "bash", "a step is not for bash")
        status, said = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], **variables)
        if status:
            break
    return status, said


status, said = github(path="design")
expect(status == 0 and "| ok" not in said, f"GitHub, a good design: {status} {said}")
expect("✅ ok" in (folder / "summary.md").read_text("utf-8"), "GitHub: no summary")
write("design/b.design", KEYLESS)
status, said = github(path="design", since=first)
expect(status == 1 and "::error file=design/b.design" in said, f"GitHub, a finding: {status} {said}")
expect("DAT001" in (folder / "designc.sarif").read_text("utf-8"), "GitHub: no SARIF")
expect("What changes" in (folder / "summary.md").read_text("utf-8"), "GitHub: no changes")
status, said = github(path="design", **{"fail-on": "never"})
expect(status == 64, f"GitHub, a wrong input: {status} {said}")

# GitLab.
job = yaml.safe_load((root / "integrations/gitlab/designc.yml").read_text("utf-8"))["designc"]
script = "\n".join(job["script"])
status, said = run("sh", "-ec", script, **job["variables"] | {"DESIGN_PATH": "design", "CI_MERGE_REQUEST_DIFF_BASE_SHA": first})
expect(status == 1 and "DAT001" in said, f"GitLab, a finding: {status} {said}")
expect("DAT001" in (folder / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"), "GitLab: no code quality")
(folder / "design/b.design").unlink()
status, said = run("sh", "-ec", script, **job["variables"] | {"DESIGN_PATH": "design"})
expect(status == 0, f"GitLab, a good design: {status} {said}")

# pre-commit, with each hook in a project of its own; the definitions in a repository of their own.
hooks = folder / "hooks"
hooks.mkdir()
(hooks / ".pre-commit-hooks.yaml").write_bytes((root / ".pre-commit-hooks.yaml").read_bytes())
for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "hooks"]):
    run("git", *command, cwd=hooks)
CASES = [
    ("designc-fmt", "a.design", GOOD, 0), ("designc-fmt", "a.design", "application   a: service\n", 1),
    ("designc-check", "a.design", GOOD, 0), ("designc-check", "a.design", "application a: servise\n", 1),
    ("designc-lint", "a.design", GOOD, 0), ("designc-lint", "a.design", KEYLESS, 1),
    ("designc-embed", "a.md", "Words.\n", 0), ("designc-embed", "a.md", f"```design\n{GOOD}```\n", 1),
]
for number, (hook, name, text, wanted) in enumerate(CASES):
    project = folder / f"project{number}"
    write(f"project{number}/{name}", text)
    run("git", "init", "-q", cwd=project)
    run("git", "add", ".", cwd=project)
    status, said = run("pre-commit", "try-repo", str(hooks), hook, "--all-files", cwd=project)
    expect((status != 0) == wanted, f"{hook} on {text!r}: {status} {said}")

print("\n".join(problems) or "all is well")
sys.exit(1 if problems else 0)
