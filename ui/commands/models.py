"""`viva-voce models`: which speech models there are, added, chosen and forgotten. Nothing is asked of the network."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from recordings.transcription.errors import ModelRefused
from recordings.transcription.kept_models import BUILT_IN, KeptModel, ModelShelf, ModelState
from recordings.transcription.model_catalogue import CATALOGUE, download_address
from recordings.transcription.model_folder import find_in
from recordings.transcription.model_speed import keeps_up
from recordings.transcription.models import WHISPER_BASE
from recordings.transcription.service import SpeechService
from simulator.data_folder import DataFolder
from simulator.settings import load_settings, save_settings
from simulator.voice.engines import engines_with
from simulator.voice.voice import Voice
from ui.commands.output import complain, progress_line, say, say_json
from ui.model_trial import NewChild, Reader, tried
from ui.words.model_offers import available_sentence, built_in_sentence, host, kept_sentence, megabytes, speed_sentence

if TYPE_CHECKING:
    from recordings.transcription.models import ModelFile, ModelSpec

_VOICE_PATIENCE_S: Final = 60.0


def list_models(data_folder: DataFolder, *, as_json: bool, known: tuple[ModelSpec, ...] = CATALOGUE) -> int:
    """Print every model, one a line: the built-in one, those of the user, and those that can be downloaded."""
    shelf = ModelShelf(data_folder.models)
    chosen = load_settings(data_folder.settings_file).speech_model
    kept = shelf.models()
    entries = [_built_in_entry(is_chosen=chosen is None)]
    entries += [_kept_entry(shelf, model, is_chosen=model.name == chosen) for model in kept]
    names = {model.name for model in kept}
    entries += [_available_entry(shelf, spec) for spec in known if spec.name not in names]
    for entry in entries:
        sentence = entry.pop("sentence")
        say_json(entry) if as_json else say(f"{entry['name']:<18}{sentence}")
    return 0


def add_model(
    data_folder: DataFolder, folder: Path, voice: Reader | None = None, new_child: NewChild | None = None
) -> int:
    """Note the model in `folder`, and measure it. Raises ModelRefused."""
    shelf = ModelShelf(data_folder.models)
    with progress_line() as line:
        line.show(f"Checking {folder}…")
        model = shelf.add(find_in(folder))
    say(f"“{model.name}” was added: {megabytes(model.size)} in {shelf.folder_of(model)}, which has to stay there.")
    say_speed(data_folder, model, voice, new_child)
    return 0


def measure_model(
    data_folder: DataFolder, name: str, voice: Reader | None = None, new_child: NewChild | None = None
) -> int:
    """Measure a model on this computer once more. Raises ModelRefused, or PlacesError."""
    measured = _measured(data_folder, found(ModelShelf(data_folder.models), name), voice, new_child)
    say(f"{speed_sentence(measured.speed_here)}.")
    return 0


def use_model(data_folder: DataFolder, name: str) -> int:
    """Choose a model. Raises ModelRefused if it cannot be used, or SettingsNotSaved."""
    if name == BUILT_IN:
        _choose(data_folder, None)
        say("The built-in speech model will transcribe your answers.")
        return 0
    shelf = ModelShelf(data_folder.models)
    model = found(shelf, name)
    if shelf.state(model) is not ModelState.HERE:
        raise ModelRefused(f"“{name}” was not chosen. {kept_sentence(model, shelf.state(model), is_chosen=False)}.")
    _choose(data_folder, name)
    say(f"“{name}” was chosen. {speed_sentence(model.speed_here)}.")
    return 0


def remove_model(data_folder: DataFolder, name: str, known: tuple[ModelSpec, ...] = CATALOGUE) -> int:
    """Forget a model, and choose the built-in one if it was chosen; let go of a download that was paused.

    Raises ModelRefused, or SettingsNotSaved.
    """
    shelf = ModelShelf(data_folder.models)
    paused = next((spec for spec in known if spec.name == name and shelf.find(name) is None and shelf.come(spec)), None)
    if paused is not None:
        shelf.discard(paused)
        say(f"The partial download of “{name}” was deleted.")
        return 0
    model = found(shelf, name)
    shelf.remove(model)
    if load_settings(data_folder.settings_file).speech_model == name:
        _choose(data_folder, None)
        say("The built-in speech model will now transcribe your answers.")
    left = "its files were deleted" if model.is_downloaded else f"its files stay in {model.folder}"
    say(f"“{name}” was removed; {left}.")
    return 0


def found(shelf: ModelShelf, name: str) -> KeptModel:
    """The model of this name. Raises ModelRefused, naming those there are."""
    model = shelf.find(name)
    if model is None:
        names = ", ".join((BUILT_IN, *(each.name for each in shelf.models())))
        raise ModelRefused(f"There is no speech model “{name}” here. Available: {names}.")
    return model


def say_speed(
    data_folder: DataFolder, model: KeptModel, voice: Reader | None = None, new_child: NewChild | None = None
) -> None:
    """Measure a model on this computer and say what came of it."""
    try:
        measured = _measured(data_folder, model, voice, new_child)
    except ModelRefused as error:
        complain(f"note: {error}")
    else:
        say(f"{speed_sentence(measured.speed_here)}.")
    say(f"To use it: viva-voce models use {_quoted(model.name)}")


def _measured(data_folder: DataFolder, model: KeptModel, voice: Reader | None, new_child: NewChild | None) -> KeptModel:
    shelf = ModelShelf(data_folder.models)
    new_child = new_child or partial(SpeechService, shelf.models_dir)
    with progress_line() as line:
        line.show("Measuring its speed on this computer…")
        if voice is not None:
            return tried(shelf, model, voice, new_child)
        data_folder.prepare()
        engines = engines_with(data_folder.voices)
        with closing(Voice(data_folder.voice_cache, _VOICE_PATIENCE_S, engines)) as own_voice:
            return tried(shelf, model, own_voice, new_child)


def _choose(data_folder: DataFolder, name: str | None) -> None:
    settings = load_settings(data_folder.settings_file)
    if settings.speech_model != name:
        data_folder.prepare()
        save_settings(replace(settings, speech_model=name), data_folder.settings_file)


def _built_in_entry(*, is_chosen: bool) -> dict[str, Any]:
    entry = _entry(BUILT_IN, WHISPER_BASE.kind, "included", WHISPER_BASE.files, is_chosen=is_chosen)
    return {**entry, "keeps_up": True, "sentence": built_in_sentence(is_chosen=is_chosen)}


def _kept_entry(shelf: ModelShelf, model: KeptModel, *, is_chosen: bool) -> dict[str, Any]:
    state = shelf.state(model)
    return {
        **_entry(model.name, model.kind, state.name.lower(), model.files, is_chosen=is_chosen),
        "folder": str(shelf.folder_of(model)),
        "is_downloaded": model.is_downloaded,
        "speed": model.speed_here,
        "keeps_up": keeps_up(model.speed_here),
        "sentence": kept_sentence(model, state, is_chosen=is_chosen),
    }


def _available_entry(shelf: ModelShelf, spec: ModelSpec) -> dict[str, Any]:
    address, come = download_address(), shelf.come(spec)
    entry = _entry(spec.name, spec.kind, "paused" if come else "available", spec.files, is_chosen=False)
    return {**entry, "from": host(address), "sentence": available_sentence(spec.size, come, address)}


def _entry(name: str, kind: str, state: str, files: tuple[ModelFile, ...], *, is_chosen: bool) -> dict[str, Any]:
    return {
        "name": name,
        "state": state,
        "kind": kind,
        "size_bytes": sum(file.size for file in files),
        "is_chosen": is_chosen,
        "folder": None,
        "is_downloaded": False,
        "speed": None,
        "keeps_up": None,
        "from": None,
        "sha256": {file.name: file.sha256 for file in files},
    }


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
