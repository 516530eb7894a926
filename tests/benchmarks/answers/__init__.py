"""How the judge of content fares on whole answers: good ones and, above all, wrong, empty and off-topic ones.

`answer_sets` says on which, `judged_points` has them judged, `verdict_figures`, `reliability`, `red_flag_figures` and
`model_answers` make figures of it, `measuring` puts them together and `python -m tests.benchmarks.answers` prints them.
"""
