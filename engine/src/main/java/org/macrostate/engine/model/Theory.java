package org.macrostate.engine.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.symmetry.SymmetricAnsatz;

/**
 * Which equations a user wants of a model.
 *
 * @param limit of the learning rates; finite rates unless stated
 * @param nodes of quadrature formulas, for each field
 * @param subspace copies that are taken to be alike; the whole state unless stated
 * @param unestimated whether the errors of expectations that are integrated numerically are not to be estimated
 */
public record Theory(
        Optional<Limit> limit, Optional<Integer> nodes, Optional<SymmetricAnsatz> subspace, boolean unestimated) {
    public static final Theory UNSTATED = new Theory(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * Reads the name of a limit.
     *
     * @throws BadInput if there is none of that name
     */
    static Limit limit(String text) {
        return one("limit", text, Limit.values(), Limit::text);
    }

    /**
     * The rule for expectations without a closed form that integrates them to an accuracy: minus its digits.
     *
     * @throws BadInput unless it is from 1e-13 to 1e-2
     */
    static int accuracy(String text) {
        double accuracy = NumberReader.positive("accuracy", text);
        if (!(accuracy >= 1e-13 && accuracy <= 1e-2)) {
            throw new BadInput("the accuracy of expectations must be from 1e-13 to 1e-2, was " + text);
        }
        return -(int) Math.ceil(-Math.log10(accuracy) - 1e-9);
    }

    /**
     * Reads a number of nodes.
     *
     * @throws BadInput if it is odd or out of range
     */
    static int quadrature(String text) {
        int nodes = NumberReader.wholeNumber("quadrature", text, 2, 100);
        if (nodes % 2 == 1) {
            throw new BadInput("the number of quadrature nodes must be even and from 2 to 100, was " + nodes);
        }
        return nodes;
    }

    /**
     * Reads the name of a subspace.
     *
     * @throws BadInput if there is none of that name
     */
    static SymmetricAnsatz subspace(String text) {
        return one("subspace", text, SymmetricAnsatz.values(), SymmetricAnsatz::text);
    }

    private static <T> T one(String role, String text, T[] values, Function<T, String> name) {
        List<String> names = Arrays.stream(values).map(name).toList();
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> BadInput.unknownName(role, text, names));
    }

    /** This, with what the other states replaced. */
    Theory with(Theory narrower) {
        return new Theory(
                narrower.limit.or(() -> limit),
                narrower.nodes.or(() -> nodes),
                narrower.subspace.or(() -> subspace),
                unestimated || narrower.unestimated);
    }

    /** Whether both are derived likewise, subspaces aside. */
    boolean derivesLike(Theory other) {
        return limit.equals(other.limit) && nodes.equals(other.nodes);
    }

    /** What the equations depend on besides the problem, as a text. */
    String derivation() {
        return limit.orElse(Limit.FINITE_RATE).text() + " " + quadratureNodes();
    }

    public int quadratureNodes() {
        return nodes.orElse(Derivation.QUADRATURE_NODES);
    }

    OrderParameterSystem derive(LearningProblem problem) {
        return derive(problem, quadratureNodes());
    }

    OrderParameterSystem derive(LearningProblem problem, int quadratureNodes) {
        return Derivation.of(problem, limit.orElse(Limit.FINITE_RATE), quadratureNodes);
    }

    OrderParameterSystem deriveWritten(LearningProblem problem) {
        return Derivation.written(problem, limit.orElse(Limit.FINITE_RATE));
    }

    /** @throws BadInput if something is stated that has no meaning where SGD itself is run */
    public void requireFiniteRates(String question) {
        if (limit.isPresent() && limit.get() != Limit.FINITE_RATE) {
            throw new BadInput(question + " runs SGD at the learning rates that are set: the limit "
                    + limit.get().text() + " has no meaning there");
        }
        if (subspace.isPresent()) {
            throw new BadInput(question + " runs SGD itself, whose copies are not alike: the subspace "
                    + subspace.get().text() + " has no meaning there");
        }
    }

    /** What is stated, by option. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limit", limit.orElse(Limit.FINITE_RATE).text());
        subspace.ifPresent(alike -> json.put("subspace", alike.text()));
        return json;
    }
}
