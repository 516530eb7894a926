"""`viva-voce doctor`: whether an interview by voice could be held on this computer, and what to do where it could not.

Every check is a value; nothing of the user's is changed, beyond making the folders that any start would make.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.data_folder import DataFolder
from ui.commands.output import progress_line, say, say_json
from ui.words.times import counted

if TYPE_CHECKING:
    from recordings.transcription.messages import Event

log = logging.getLogger(__name__)
ENGINE_TIMEOUT_S: Final = 60.0

_SIGNS: Final = {True: "✓", False: "✗", None: "–"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `ok` is None where it could not be; `what_to_do` is empty where there is nothing to do."""

    name: str
    ok: bool | None
    found: str
    what_to_do: str = ""


def report_checks(data_folder: DataFolder, *, as_json: bool) -> int:
    """Print every check; 0 if an interview by voice could be held, else 1."""
    checks = run_checks(data_folder)
    is_ready = all(check.ok for check in checks)
    if as_json:
        entries = {
            check.name.replace(" ", "_"): {"ok": check.ok, "found": check.found, "what_to_do": check.what_to_do}
            for check in checks
        }
        say_json({"ok": is_ready, "checks": entries})
    else:
        for check in checks:
            say(f"{_SIGNS[check.ok]} {check.name:<14}{check.found}")
            if check.what_to_do:
                say(f"  {'':<14}→ {check.what_to_do}")
        say("\nYou can practise a spoken interview." if is_ready else "\nYou cannot practise a spoken interview yet.")
    return 0 if is_ready else 1


def run_checks(data_folder: DataFolder) -> tuple[Check, ...]:
    """Everything an interview by voice needs, in the order in which it needs it."""
    with progress_line() as line:
        done = []
        for name, check in _CHECKS.items():
            line.show(f"Checking the {name}…")
            done.append(check(data_folder))
    return tuple(done)


def check_data_folder(data_folder: DataFolder) -> Check:
    """Whether anything can be kept."""
    from simulator.errors import PlacesError

    try:
        data_folder.prepare()
    except PlacesError as error:
        return Check("data folder", False, str(data_folder.data), str(error))
    return Check("data folder", True, str(data_folder.data))


def check_disk(data_folder: DataFolder) -> Check:
    """Whether ten minutes of speech would find room."""
    from recordings.errors import LittleSpace
    from recordings.take_folder import TakeFolder

    try:
        TakeFolder(data_folder.recordings).check_space()
        free = shutil.disk_usage(data_folder.recordings).free
    except LittleSpace as error:
        return Check("disk", False, "too little space", error.sentence)
    except OSError as error:
        return Check("disk", None, f"unknown ({error.strerror})", "Fix the data folder first.")
    return Check("disk", True, f"{free / 1e9:.1f} GB free")


def check_database(data_folder: DataFolder) -> Check:
    """Whether the library can be read and is whole."""
    from simulator.store.errors import DatabaseDamaged, DatabaseGone, DatabaseMissing, StoreError
    from simulator.vault.errors import VaultError
    from ui.commands.reading import library

    try:
        with library(data_folder) as store:
            count, faults = store.session_count(), store.faults()
    except DatabaseGone as error:
        return Check("database", False, str(data_folder.database), str(error))
    except DatabaseMissing:
        return Check("database", True, "none yet; your first interview will create it")
    except (StoreError, VaultError) as error:
        return Check("database", False, str(data_folder.database), str(error))
    if faults:
        return Check(
            "database",
            False,
            f"{counted(len(faults), 'fault')}: {faults[0]}",
            str(DatabaseDamaged(data_folder.database)),
        )
    return Check("database", True, f"complete, {counted(count, 'interview')}")


def check_microphone(_data_folder: DataFolder) -> Check:
    """Which microphones there are. None is opened."""
    from recordings.pulseaudio import prepare_audio_environment

    prepare_audio_environment()
    from PySide6.QtCore import QCoreApplication, qInstallMessageHandler

    # What Qt says of missing sound servers, this check says in words; once QtMultimedia is imported it is too late.
    previous = qInstallMessageHandler(lambda _kind, _context, text: log.info("%s", text))
    from recordings.microphone import system_inputs
    from recordings.microphone_faults import NO_MICROPHONE

    app = QCoreApplication.instance() or QCoreApplication([])
    devices = system_inputs().found()
    qInstallMessageHandler(previous)
    del app
    if not devices:
        return Check("microphone", False, "none", NO_MICROPHONE)
    others = f", and {len(devices) - 1} more" if len(devices) > 1 else ""
    return Check("microphone", True, f"{devices[0].name}{others}")


def check_voice(data_folder: DataFolder) -> Check:
    """Which voices can read questions aloud."""
    from simulator.errors import VoiceUnavailable
    from simulator.voice.engines import engines_with
    from simulator.voice.voice import Voice

    voice = Voice(data_folder.voice_cache, engines=engines_with(data_folder.voices))
    try:
        voices, why_not_own = voice.voices(), voice.why_not_own()
    except VoiceUnavailable as error:
        return Check("voice", False, "none", str(error))
    finally:
        voice.close()
    english = [voice for voice in voices if voice.language.startswith("en")]
    if not english:
        return Check(
            "voice", False, f"{counted(len(voices), 'voice')}, none of them English", "Install an English voice."
        )
    return Check("voice", True, f"{counted(len(english), 'English voice')}, first {english[0].name}", why_not_own)


def check_speech_engine(data_folder: DataFolder) -> Check:
    """Whether answers can be written down: the engine is really loaded, in its child process."""
    from recordings.transcription.messages import NoEngine, Ready
    from recordings.transcription.model_speed import ModelChoice
    from recordings.transcription.service import SpeechService
    from simulator.errors import ChildDied
    from simulator.settings import load_settings

    choice = ModelChoice(load_settings(data_folder.settings_file).speech_model)
    service = SpeechService(data_folder.models, choice)
    try:
        service.start()
        event: Event = service.receive(ENGINE_TIMEOUT_S)
    except (ChildDied, TimeoutError) as error:
        return Check("speech engine", False, str(error), "Close other programs to free memory, and try again.")
    finally:
        service.kill()
    match event:
        case Ready(engine, model, degraded, instead):
            return Check("speech engine", True, f"{engine}, {model}", " ".join(filter(None, (instead, degraded))))
        case NoEngine(reason):
            return Check("speech engine", False, "none", reason)
    return Check("speech engine", False, f"answered with {type(event).__name__}", "Please report this.")


def check_model(data_folder: DataFolder) -> Check:
    """Whether the speech model is there, bit for bit; the engine has just put it there if it could."""
    from recordings.transcription.models import WHISPER_BASE, find_model

    folder = find_model(data_folder.models)
    if folder is None:
        what_to_do = "Reinstall Viva Voce: the model comes with it."
        return Check("model", False, f"{WHISPER_BASE.name} is missing or damaged", what_to_do)
    return Check("model", True, f"{WHISPER_BASE.name}, {WHISPER_BASE.size / 1e6:.0f} MB, checked")


def check_text_model(_data_folder: DataFolder) -> Check:
    """Whether answers can be read by the model, right or wrong. Without it an interview can be held all the same."""
    from simulator.entailment.meter import EntailmentMeter

    meter = EntailmentMeter()
    why_not = meter.why_not()
    meter.close()
    if why_not:
        what_to_do = f"{why_not} Reinstall Viva Voce: it is included."
        return Check(
            "text model",
            True,
            "none: key points are matched by words alone, which cannot tell right from wrong",
            what_to_do,
        )
    return Check("text model", True, "compares answers with key points, checked")


_CHECKS: Final[dict[str, Callable[[DataFolder], Check]]] = {
    "data folder": check_data_folder,
    "disk": check_disk,
    "database": check_database,
    "microphone": check_microphone,
    "voice": check_voice,
    "speech engine": check_speech_engine,
    "model": check_model,
    "text model": check_text_model,
}
