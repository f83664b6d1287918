"""The command line: `bridge`, one module a command, loaded only when it is called."""

import importlib
import sys
from collections.abc import Mapping

import click

from bridge.errors import BridgeError

COMMANDS: Mapping[str, str] = {
    "serve": "Start the server.",
    "translate": "Translate lines from standard input.",
    "annotate": "Find idioms and slang in lines from standard input.",
    "chat": "Talk in a room from the terminal.",
    "models": "List, install and remove translation models.",
    "glossary": "Check and build the glossaries; import and export files.",
    "proposals": "Look at what readers propose, and decide on corrections.",
    "users": "Give accounts, roles and one-time links to those who look after the bridge.",
    "doctor": "Say what is installed, what is missing, and what would help.",
}


class _Commands(click.Group):
    """Imports a command's module when it is needed: `bridge chat` need not load the engine."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"bridge.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="culture-bridge", prog_name="bridge")
def bridge() -> None:
    """A chat bridge between languages: offline translation and notes on what words alone don't say.

    Exit codes: 0 done, 1 the work failed, 2 wrong usage.
    """


def main() -> None:
    """Run the command line; what fails is told in one line, with the cure."""
    try:
        bridge.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BridgeError as error:
        click.echo(f"bridge: {error}", err=True)
        sys.exit(1)
