package org.macrostate.solvers.sgd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.GraphDerivative;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;

/**
 * A step down the gradient of a loss: F_i = -rate ∂ℓ/∂h_i, K_ij = -rate (1 + δ_ij) ∂ℓ/∂G_ij with G_ij = G_ji one
 * variable, and -rate ∂ℓ/∂θ for scalars (THEORY section 2). A sample made of trained vectors adds -rate ∂ℓ/∂h_j times the
 * vector's coefficient to K_ij.
 */
final class LossStep {
    private final LearningProblem problem;
    private final VectorSet vectors;
    private final StepInputs inputs;
    private final GraphBuilder builder;
    private final StepOutputs outputs;
    /** None where all noise is isotropic. */
    private final int blocks;

    /** By sample: the node of each vector's coefficient in it. */
    private final List<int[]> makeUp;

    LossStep(LearningProblem problem, VectorSet vectors, StepInputs inputs, GraphBuilder builder) {
        this.problem = problem;
        this.vectors = vectors;
        this.inputs = inputs;
        this.builder = builder;
        this.outputs = new StepOutputs(builder.graph());
        this.blocks = problem.blocks().map(builder.sizes()::of).orElse(0);
        this.makeUp = problem.samples().stream()
                .map(sample -> StepKernel.coefficients(sample, vectors, builder))
                .toList();
    }

    StepOutputs of(Dynamics.Loss loss) {
        for (Declaration.Vectors family : vectors.families()) {
            if (family.isTrained() && !loss.isUpdated(family.name())) {
                Map<Integer, Integer> gradient = gradient(loss, family.name());
                for (List<Integer> place : vectors.places(family.name())) {
                    int rate = rate(family.rate(), place);
                    move(vectors.number(family.name(), place), rate, gradient);
                }
            }
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            if (loss.isUpdated(scalar.name())) {
                continue;
            }
            Map<Integer, Integer> gradient = gradient(loss, scalar.name());
            List<Index> indices = scalar.copies().stream().map(Fresh::index).toList();
            for (List<Integer> place : Places.all(indices, builder.sizes())) {
                int number = inputs.scalar(scalar.name(), place) - inputs.firstScalar();
                outputs.scalar(number, descent(rate(scalar.rate(), place), gradient, inputs.firstScalar() + number, 1));
            }
        }
        new UpdateStep(vectors, inputs, builder, outputs).of(loss.updates());
        return outputs;
    }

    /** Of the loss by which a family or a scalar moves; the graph finds what it has seen before. */
    private Map<Integer, Integer> gradient(Dynamics.Loss loss, String target) {
        return new GraphDerivative(builder.graph()).gradient(builder.node(loss.of(target), Map.of()));
    }

    /** What has no rate stands still. */
    private int rate(Optional<Expression> rate, List<Integer> copy) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < copy.size(); i++) {
            place.put(Declaration.RATE_INDICES.get(i), copy.get(i));
        }
        return rate.map(r -> builder.node(r, place))
                .orElseGet(() -> builder.graph().number(0));
    }

    private void move(int vector, int rate, Map<Integer, Integer> gradient) {
        for (int sample = 0; sample < inputs.sampleCount(); sample++) {
            outputs.force(sample, vector, descent(rate, gradient, inputs.field(sample, vector), 1));
        }
        for (int other = 0; other < vectors.count(); other++) {
            int variable = inputs.overlap(vector, other);
            int own = descent(rate, gradient, variable, vector == other ? 2 : 1);
            outputs.linear(vector, other, builder.graph().add(own, throughSamples(vector, other, rate, gradient)));
            for (int block = 0; block < blocks; block++) {
                int share = inputs.overlap(block, vector, other);
                outputs.linear(vector, other, block, descent(rate, gradient, share, vector == other ? 2 : 1));
            }
        }
    }

    /** A sample that contains the vector moves with it: {@code ∂h_other/∂vector} is its coefficient times the other. */
    private int throughSamples(int vector, int other, int rate, Map<Integer, Integer> gradient) {
        ExpressionGraph graph = builder.graph();
        int sum = graph.number(0);
        for (int sample = 0; sample < inputs.sampleCount(); sample++) {
            int slope = descent(rate, gradient, inputs.field(sample, other), 1);
            sum = graph.add(sum, graph.multiply(makeUp.get(sample)[vector], slope));
        }
        return sum;
    }

    private int descent(int rate, Map<Integer, Integer> gradient, int variable, double factor) {
        ExpressionGraph graph = builder.graph();
        Integer partial = gradient.get(variable);
        if (partial == null) {
            return graph.number(0);
        }
        return graph.negate(graph.multiply(graph.multiply(graph.number(factor), rate), partial));
    }
}
