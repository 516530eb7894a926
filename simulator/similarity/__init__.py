"""How near in meaning two texts are, measured by a small language model in a child process of its own.

The one door to onnxruntime's text model and its tokeniser is `minilm`, which the child alone imports. What is compared,
and what a figure means for an answer, is decided in `simulator.analysis`.
"""
