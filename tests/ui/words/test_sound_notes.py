"""What is said of a file that made us choose, or is not as it should be."""

from __future__ import annotations

import pytest

from recordings.transcription.sound_used import SoundUsed
from ui.words.sound_notes import sound_notes


def test_nothing_is_said_of_a_file_as_it_should_be() -> None:
    assert sound_notes(None) == ()
    assert sound_notes(SoundUsed(20.0, level_db=-6.0, expected_s=20.0)) == ()
    assert sound_notes(SoundUsed(20.0, channels=(1, 2), channel_count=2, level_db=-6.0)) == ()


@pytest.mark.parametrize(
    ("used", "said"),
    [
        (
            SoundUsed(12.0, level_db=-6.0, expected_s=100.0, is_cut_off=True),
            "The file is cut off or damaged: it should contain 1:40 of sound, but only 12 s could be read.",
        ),
        (SoundUsed(12.0, level_db=-6.0, is_cut_off=True), "The file is cut off: it breaks off after 12 s."),
        (SoundUsed(12.0, level_db=-6.0, is_damaged=True), "Parts of the file are damaged and were left out."),
        (SoundUsed(12.0, level_db=-6.0, track_count=2), "Of 2 tracks, only track 1 was used."),
        (
            SoundUsed(12.0, level_db=-6.0, track=2, track_count=3),
            "Of 3 tracks, only track 2 was used: track 1 is silent.",
        ),
        (
            SoundUsed(12.0, level_db=-6.0, track=3, track_count=3),
            "Of 3 tracks, only track 3 was used: those before it are silent.",
        ),
        (
            SoundUsed(12.0, channels=(4,), channel_count=6, channel_choice="only", level_db=-6.0),
            "Only channel 4 of 6 has sound, so only that one was used.",
        ),
        (
            SoundUsed(12.0, channels=(1, 2, 3), channel_count=6, channel_choice="only", level_db=-6.0),
            "Only channels 1, 2 and 3 of 6 have sound, so only those were used.",
        ),
        (
            SoundUsed(12.0, channels=(2,), channel_count=2, channel_choice="opposed", level_db=-6.0),
            "The channels cancel each other out when mixed, so only channel 2 was used.",
        ),
        (
            SoundUsed(12.0, level_db=-60.2, gain_db=40.2),
            "The sound is very quiet (it peaks at −60 dBFS), so it was made 40 dB louder.",
        ),
        (
            SoundUsed(12.0, level_db=-90.0, gain_db=60.0),
            "The sound is far too quiet to be understood (it peaks at −90 dBFS).",
        ),
        (
            SoundUsed(12.0, level_db=40.0, gain_db=-41.0),
            "The sound exceeded full scale, so it was made 41 dB quieter.",
        ),
        (SoundUsed(12.0), "The file contains nothing but silence."),
        (SoundUsed(0.0), "The file contains no sound at all."),
    ],
)
def test_each_choice_and_fault_is_one_sentence(used: SoundUsed, said: str) -> None:
    assert sound_notes(used) == (said,)
