package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/**
 * A system with its sizes bound: programs in the state vector (see {@link StateLayout}), the parameter vector (see
 * {@link ParameterLayout}) and time. Safe to share between threads: the programs are built one at a time.
 */
public final class BoundSystem {
    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final StateLayout state;
    private final ParameterLayout parameters;
    private final ExpressionGraph graph;
    private final GraphBuilder builder;
    private final GraphBuilder underDerivatives;
    private final ProgramStore store;
    private final Optional<LoopSystem> loops;
    private List<Integer> rates = List.of();
    private List<Integer> interiorRates = List.of();

    private BoundSystem(
            OrderParameterSystem system, Sizes sizes, Map<String, Expression> schedules, ProgramStore store) {
        double allowed = Runtime.getRuntime().maxMemory();
        SystemSize size = SystemSize.of(system, sizes);
        this.graph = size.graphWithin(allowed, sizes);
        this.system = system;
        this.store = store;
        this.sizes = sizes;
        this.state = new StateLayout(system, sizes);
        this.parameters = new ParameterLayout(system.problem(), sizes);
        this.loops = LoopSystem.of(system, sizes, state, parameters, schedules);
        if (loops.isEmpty()) {
            size.requireAtMost(allowed, sizes);
        }
        this.builder = new GraphBuilder(graph, sizes, new SystemBinding(system, state, parameters, schedules));
        this.underDerivatives =
                GraphBuilder.underDerivatives(graph, sizes, new SystemBinding(system, state, parameters, schedules));
    }

    /** @throws org.macrostate.equations.BadInput if it would not fit into the memory that is allowed */
    public static BoundSystem of(OrderParameterSystem system, Sizes sizes) {
        return of(system, sizes, ProgramStore.NONE);
    }

    /** Whose programs may be known from an earlier run. */
    public static BoundSystem of(OrderParameterSystem system, Sizes sizes, ProgramStore store) {
        return new BoundSystem(system, sizes, Map.of(), store);
    }

    /**
     * With some parameters replaced by expressions in time and parameters.
     *
     * @param schedules by parameter name; an expression may contain the parameter's own symbol, which then is its value
     */
    public static BoundSystem of(OrderParameterSystem system, Sizes sizes, Map<String, Expression> schedules) {
        return new BoundSystem(system, sizes, schedules, ProgramStore.NONE);
    }

    /** Built before anything else is, so that every program is the same whichever is asked for first. */
    private List<Integer> rates() {
        if (rates.isEmpty()) {
            rates = rateNodes(builder);
        }
        return rates;
    }

    /**
     * The rates as they are differentiated, with the derivatives' limits from inside where a covariance is degenerate (see
     * {@link org.macrostate.equations.tensor.Guarded#interior}); the same nodes where there are no such roots.
     */
    private List<Integer> interiorRates() {
        rates();
        if (interiorRates.isEmpty()) {
            interiorRates = rateNodes(underDerivatives);
        }
        return interiorRates;
    }

    private List<Integer> rateNodes(GraphBuilder builder) {
        List<Integer> nodes = new ArrayList<>();
        for (Equation equation : system.equations()) {
            List<Index> indices = equation.variable().indices();
            for (List<Integer> place : Places.all(equation.variable(), sizes)) {
                Map<String, Integer> places = new HashMap<>();
                for (int i = 0; i < indices.size(); i++) {
                    places.put(indices.get(i).name(), place.get(i));
                }
                nodes.add(builder.node(equation.rate(), places));
            }
        }
        return nodes;
    }

    public OrderParameterSystem system() {
        return system;
    }

    public Sizes sizes() {
        return sizes;
    }

    public StateLayout state() {
        return state;
    }

    public ParameterLayout parameters() {
        return parameters;
    }

    /**
     * The same with sums as loops, where so much would be written out that these are better; programs with sums written out
     * may still be asked for, and are refused where they do not fit into the memory that is allowed.
     */
    public Optional<LoopSystem> loops() {
        return loops;
    }

    /** {@code out[i]} = time derivative of state element i. */
    public synchronized Program rightHandSide() {
        return store.get("right-hand side", () -> program(rates()));
    }

    /** {@code out[i * n + j]} = ∂(rate of i)/∂(state element j), n = state length, row by row. */
    public synchronized Program jacobian() {
        return store.get("jacobian", this::buildJacobian);
    }

    private Program buildJacobian() {
        List<Integer> entries = new ArrayList<>();
        int zero = graph.number(0);
        for (Map<Integer, Integer> row : GraphDerivative.rows(graph, interiorRates())) {
            for (int j = 0; j < state.length(); j++) {
                entries.add(row.getOrDefault(j, zero));
            }
        }
        return program(entries);
    }

    /**
     * The Jacobian times a direction, whatever the size: its {@code state} is the state followed by the direction (2n
     * elements); {@code out[i] = Σ_j ∂(rate of i)/∂(state element j) · direction[j]}.
     */
    public synchronized Program directionalDerivative() {
        return store.get("directional derivative", this::buildDirectionalDerivative);
    }

    private Program buildDirectionalDerivative() {
        DirectionalDerivative derivative = new DirectionalDerivative(graph, state.length());
        List<Integer> outputs = interiorRates().stream().map(derivative::along).toList();
        return Passes.applied(Program.of(graph, outputs, 2 * state.length(), parameters.length()));
    }

    /**
     * {@code out[i]} = derivative of the rate of i by parameters that move together.
     *
     * @param positions of these parameters in the parameter vector
     */
    public synchronized Program parameterDerivative(List<Integer> positions) {
        GraphDerivative derivative = new GraphDerivative(graph, Node.Source.PARAMETER);
        int zero = graph.number(0);
        List<Integer> outputs = new ArrayList<>();
        for (int rate : interiorRates()) {
            Map<Integer, Integer> partial = derivative.gradient(rate);
            outputs.add(positions.stream()
                    .map(position -> partial.getOrDefault(position, zero))
                    .reduce(zero, graph::add));
        }
        return program(outputs);
    }

    /**
     * The right-hand side followed by some observables: rates, then the observables of these numbers.
     *
     * @param observables numbers of observables, from 0
     */
    public synchronized Program ratesAndObservables(List<Integer> observables) {
        List<Integer> outputs = new ArrayList<>(rates());
        outputs.addAll(observableNodes(observables, builder));
        return program(outputs);
    }

    /**
     * The vector–Jacobian product of {@link #ratesAndObservables}, by reverse mode: from a {@code state} that is the state
     * followed by n weights of the rates and a weight for each observable, n elements {@code Σ_i weight_i · ∂output_i/∂state_j}
     * and then one element a group of parameters, the derivative of the same sum by parameters of the group moving together.
     *
     * @param observables numbers of observables, from 0
     * @param groups positions in the parameter vector
     */
    public synchronized Program vectorJacobianProduct(List<Integer> observables, List<List<Integer>> groups) {
        int n = state.length();
        List<Integer> sum = new ArrayList<>(interiorRates());
        sum.addAll(observableNodes(observables, underDerivatives));
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < sum.size(); i++) {
            weights.add(graph.input(Node.Source.STATE, n + i));
        }
        return gradient(sum, weights, n + sum.size(), groups, List.of());
    }

    /**
     * The value of one observable, its n derivatives by the state, and its derivatives by groups of parameters.
     *
     * @param observable its number, from 0
     * @param groups positions in the parameter vector
     */
    public synchronized Program observableWithGradient(int observable, List<List<Integer>> groups) {
        List<Integer> value = observableNodes(List.of(observable), builder);
        List<Integer> node = observableNodes(List.of(observable), underDerivatives);
        return gradient(node, List.of(graph.number(1)), state.length(), groups, value);
    }

    /** @param first outputs before those of the gradient */
    private Program gradient(
            List<Integer> sum,
            List<Integer> weights,
            int stateLength,
            List<List<Integer>> groups,
            List<Integer> first) {
        List<Integer> outputs = new ArrayList<>(first);
        outputs.addAll(ReverseDerivative.gradient(graph, sum, weights, state.length(), groups));
        return Passes.applied(Program.of(graph, outputs, stateLength, parameters.length()));
    }

    private List<Integer> observableNodes(List<Integer> numbers, GraphBuilder builder) {
        List<Formula> formulas = system.observables();
        return formulas(numbers.stream().map(formulas::get).toList(), builder);
    }

    /** {@code out[i]} = ∂(rate of i)/∂t at a fixed state: what schedules and flows contain of time. */
    public synchronized Program timeDerivative() {
        return store.get("time derivative", this::buildTimeDerivative);
    }

    private Program buildTimeDerivative() {
        GraphDerivative derivative = new GraphDerivative(graph, Node.Source.TIME);
        int zero = graph.number(0);
        return program(interiorRates().stream()
                .map(rate -> derivative.gradient(rate).getOrDefault(0, zero))
                .toList());
    }

    /** One output an observable. */
    public synchronized Program observables() {
        return store.get("observables", () -> program(formulas(system.observables(), builder)));
    }

    /** {@code out[o * n + j]} = ∂(observable o)/∂(state element j), row by row. */
    public synchronized Program observablesGradient() {
        return store.get("gradients of observables", this::buildObservablesGradient);
    }

    private Program buildObservablesGradient() {
        GraphDerivative derivative = new GraphDerivative(graph);
        List<Integer> entries = new ArrayList<>();
        int zero = graph.number(0);
        for (int observable : formulas(system.observables(), underDerivatives)) {
            Map<Integer, Integer> row = derivative.gradient(observable);
            for (int j = 0; j < state.length(); j++) {
                entries.add(row.getOrDefault(j, zero));
            }
        }
        return program(entries);
    }

    /** One output a phase: 1 where its condition holds, else 0. */
    public synchronized Program phases() {
        return store.get("phases", () -> program(formulas(system.phases(), builder)));
    }

    private List<Integer> formulas(List<Formula> formulas, GraphBuilder builder) {
        if (loops.isEmpty()) {
            rates();
        }
        return formulas.stream().map(f -> builder.node(f.value(), Map.of())).toList();
    }

    private Program program(List<Integer> outputs) {
        return Passes.applied(Program.of(graph, outputs, state.length(), parameters.length()));
    }
}
