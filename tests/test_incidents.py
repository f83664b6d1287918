"""What breaks is told to the log, and what people wrote is not."""

import asyncio
import gc

import pytest

from bridge.incidents import of_loop

SAID = "what somebody said"


async def test_a_task_that_broke_unseen_is_logged_without_the_message_of_its_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken() -> None:
        raise KeyError(SAID)

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(of_loop)
    task = asyncio.create_task(broken())
    await asyncio.wait([task])
    del task
    gc.collect()
    assert "KeyError" in caplog.text
    assert SAID not in caplog.text
