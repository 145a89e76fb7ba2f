"""The trained weights that ship (ONNX, int8), each with its card."""
