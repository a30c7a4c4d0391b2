package org.macrostate.solvers.sgd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.GraphDerivative;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.model.Dynamics;

/** A step stated directly: the coefficients of samples and vectors in an expression that is linear in them. */
final class UpdateStep {
    private final VectorSet vectors;
    private final StepInputs inputs;
    private final GraphBuilder builder;
    private final GraphDerivative derivative;
    private final StepOutputs outputs;

    UpdateStep(VectorSet vectors, StepInputs inputs, GraphBuilder builder, StepOutputs outputs) {
        this.vectors = vectors;
        this.inputs = inputs;
        this.builder = builder;
        this.derivative = new GraphDerivative(builder.graph());
        this.outputs = outputs;
    }

    StepOutputs of(List<Dynamics.Update> updates) {
        for (Dynamics.Update update : updates) {
            for (List<Integer> place : Places.all(update.indices(), builder.sizes())) {
                Map<String, Integer> places = new HashMap<>();
                for (int i = 0; i < place.size(); i++) {
                    places.put(update.indices().get(i).name(), place.get(i));
                }
                move(update, place, builder.node(update.step(), places));
            }
        }
        return outputs;
    }

    private void move(Dynamics.Update update, List<Integer> place, int step) {
        boolean scalar = inputs.scalarLabels().contains(Places.label(update.target(), place));
        if (scalar) {
            outputs.scalar(inputs.scalar(update.target(), place) - inputs.firstScalar(), step);
            return;
        }
        int vector = vectors.number(update.target(), place);
        if (vector < vectors.fixed()) {
            throw new BadInput(
                    "the vector " + Places.label(update.target(), place) + " is fixed and cannot be updated");
        }
        derivative.gradient(step).forEach((variable, node) -> term(update, vector, variable, node));
    }

    private void term(Dynamics.Update update, int vector, int variable, int node) {
        int sample = variable - inputs.sampleSymbol(0);
        int other = variable - inputs.firstVector();
        if (sample < 0) {
            return;
        }
        for (int second : derivative.gradient(node).keySet()) {
            if (second >= inputs.sampleSymbol(0)) {
                throw new BadInput("the update of " + update.target() + " must be linear in samples and vectors");
            }
        }
        if (other >= 0) {
            outputs.linear(vector, other, node);
        } else {
            outputs.force(sample, vector, node);
        }
    }
}
