"""What an answer says of a claim (it holds, the contrary holds, neither), read by a trained model in a child process.

The one door to onnxruntime's text model and its tokeniser is `trained_minilm`, which the child alone imports. What is
read, and what a figure means for an answer, is decided in `simulator.analysis`.
"""
