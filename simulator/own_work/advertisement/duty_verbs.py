"""What one does in a job of this field, as data: the verbs that a duty begins with."""

from __future__ import annotations

from typing import Final

VERBS: Final = (
    "(?:analy[sz]e|automate|benchmark|build|carry out|clean|coach|collaborate|communicate|conduct|contribute|"
    "coordinate|create|define|deliver|deploy|design|develop|document|drive|enable|engineer|ensure|establish|evaluate|"
    "experiment|explain|explore|extract|forecast|fine-tune|gather|help|identify|implement|improve|integrate|"
    "investigate|lead|maintain|manage|mentor|migrate|model|monitor|optimi[sz]e|orchestrate|own|participate|partner|"
    "perform|prepare|present|productioni[sz]e|prototype|provide|publish|refine|report|research|review|run|scale|scope|"
    "serve|set up|shape|ship|solve|structure|support|take|test|train|translate|turn|tune|understand|validate|"
    "visuali[sz]e|work|write)"
)
"""Anywhere in a sentence: after a comma or an "and" they begin another duty."""

HEAD_VERBS: Final = (
    "(?:act|adapt|address|advise|apply|assess|assist|bring|champion|check|choose|collect|configure|convert|curate|"
    "debug|derive|embed|estimate|execute|extend|facilitate|guide|influence|introduce|keep|launch|liaise|look after|"
    "measure|operate|oversee|plan|predict|process|produce|promote|propose|protect|reduce|release|reproduce|roll out|"
    "share|simulate|speak|stay|supervise|talk|teach|transform|troubleshoot|use|verify)"
)
"""These too, but with a capital letter at the head of a list entry only: elsewhere they are too common."""
