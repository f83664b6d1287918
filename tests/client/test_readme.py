"""What the README shows works as it stands."""

import re
import runpy
from pathlib import Path

import pytest

import bridge.client
from tests.client.scripted import Visit, message, scripted, translation

README = Path(bridge.client.__file__).with_name("README.md")


async def test_the_first_example_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        await visit.let_in()
        await visit.ack(await visit.hear("send"))
        await visit.say(**message(5, 10, "你好"))
        await visit.say(**translation(5, 11, "hello"))
        await visit.until_closed()

    [example] = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    (tmp_path / "example.py").write_text(example, "utf-8")
    main = runpy.run_path(str(tmp_path / "example.py"))["main"]
    async with scripted(server) as url:
        await main(url)
    assert capsys.readouterr().out == "stored as number 4\n小明 wrote 你好\nthat is: hello\n"
