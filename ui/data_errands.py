"""What Settings does under “Where your data is”, made together: sizes, copies, cache, backup, check, encryption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.errands.encryption_care import EncryptionCare
from ui.errands.library_care import LibraryCare
from ui.errands.own_data import OwnData

if TYPE_CHECKING:
    from ui.equipment import Equipment
    from ui.screens.settings_screen import SettingsScreen


def data_errands(screen: SettingsScreen, equipment: Equipment) -> OwnData:
    """Join them to the screen, which they live as long as; the one that is to look each time is returned."""
    LibraryCare(
        screen.library_check,
        equipment.data_folder,
        equipment.last_answer_before,
        equipment.jobs,
        equipment.judging_queue,
        equipment.messages,
        screen,
    )
    encryption = EncryptionCare(
        screen.encryption,
        equipment.data_folder,
        equipment.jobs,
        equipment.messages,
        lambda: equipment.flow.is_running,
        screen,
    )
    encryption.reopen_requested.connect(equipment.reopen_requested)
    return OwnData(screen.kept_data, equipment.data_folder, equipment.jobs, equipment.messages, parent=screen)
