package org.macrostate.equations.graph;

import java.util.List;

/**
 * The sum of its operand over the values of a variable of a {@link LoopProgram}. It has no value of its own outside of the
 * loop that a kernel writes for it.
 *
 * @param variable number of the variable
 * @param extent how many values it takes
 */
public record LoopSum(int variable, int extent) implements MultivariateFunction {
    @Override
    public String name() {
        return "a sum over " + extent + " places";
    }

    @Override
    public int operands() {
        return 1;
    }

    @Override
    public Evaluation evaluation(ProgramCompiler programs) {
        throw new IllegalStateException(name() + " is a loop of a kernel");
    }

    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        throw new IllegalStateException(name() + " is differentiated term by term");
    }
}
