"""All that a client may say, as one type."""

from bridge.core.frames import (
    AskHistory,
    AskPreview,
    AskTranslation,
    Delete,
    Edit,
    Hello,
    Join,
    Leave,
    Propose,
    React,
    ReadNow,
    Send,
    SetLang,
    TypingNow,
)
from bridge.core.note_frames import Answer, Ask, UseNote
from bridge.core.peace_frames import Moderate, Report

ActFrame = (
    Send
    | Edit
    | Delete
    | React
    | TypingNow
    | ReadNow
    | AskHistory
    | AskTranslation
    | Propose
    | Ask
    | Answer
    | UseNote
    | Report
    | Moderate
)
"""What one can only say in a room that one is in."""
RoomFrame = Join | Leave | ActFrame
ClientFrame = Hello | SetLang | AskPreview | RoomFrame
