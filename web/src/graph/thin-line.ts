/**
 * Edges of large graphs as lines of one pixel that cannot be hit. Sigma's broad lines are made of triangles and drawn a second
 * time for the mouse: without a graphics card that takes 0.7 s a pass for 50,000 edges, and these lines a tenth of it.
 * @module
 */
import type Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";

export class ThinLine extends EdgeLineProgram<NodeAttributes, EdgeAttributes> {
  constructor(
    gl: WebGLRenderingContext,
    _picking: WebGLFramebuffer | null,
    renderer: Sigma<NodeAttributes, EdgeAttributes>,
  ) {
    super(gl, null, renderer);
  }
}
