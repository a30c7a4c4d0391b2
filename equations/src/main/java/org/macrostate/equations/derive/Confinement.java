package org.macrostate.equations.derive;

import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;

/**
 * Trained vectors that are said to have a part in some blocks only stay there: whatever they move along, samples and other vectors,
 * must have no part in the others. So the spaces of two views, of dimensions N₁ and N₂, are two blocks of one space.
 */
final class Confinement {
    private final LearningProblem problem;
    private final int blocks;

    private Confinement(LearningProblem problem, int blocks) {
        this.problem = problem;
        this.blocks = blocks;
    }

    /** @throws BadInput if a step leads out of a block, says which and along what */
    static void require(LearningProblem problem, UpdateRules rules) {
        Confinement confinement = new Confinement(
                problem,
                problem.blocks()
                        .filter(Rational.class::isInstance)
                        .map(extent -> ((Rational) extent).value().getNumeratorAsInt())
                        .orElse(0));
        rules.fieldSteps().forEach(step -> confinement.along(step.family(), step.sample()));
        rules.kernelSteps().forEach(step -> confinement.along(step.family(), step.onto()));
    }

    private void along(Declaration.Vectors moving, Declaration.Vectors other) {
        if (!moving.isTrained() || moving.share().isEmpty()) {
            return;
        }
        for (int b = 1; b <= blocks; b++) {
            if (problem.hasNoPart(moving.name(), b) && !problem.hasNoPart(other.name(), b)) {
                throw leaves(moving.name(), b, "vectors " + other.name() + ", which");
            }
        }
    }

    private void along(Declaration.Vectors moving, String name) {
        if (moving.share().isEmpty()) {
            return;
        }
        Declaration.Sample sample = problem.sample(name).orElseThrow();
        for (int b = 1; b <= blocks; b++) {
            int block = b;
            boolean noise = !sample.noise().isZero()
                    && !problem.eigenvalueAt(sample, new Position(b)).isZero();
            Optional<String> signal = Stream.of(sample)
                    .flatMap(s -> s.terms().stream())
                    .map(SampleTerm::vector)
                    .map(vector -> vector.family())
                    .filter(family -> !problem.hasNoPart(family, block))
                    .findFirst();
            if (problem.hasNoPart(moving.name(), b) && (noise || signal.isPresent())) {
                throw leaves(
                        moving.name(),
                        b,
                        "sample " + name + (noise ? ", whose noise" : ", whose vector " + signal.orElseThrow()));
            }
        }
    }

    private static BadInput leaves(String moving, int block, String along) {
        return new BadInput("trained vectors " + moving + " are said to have no part in block " + block
                + ", but a step moves them along " + along + " has a part there");
    }
}
