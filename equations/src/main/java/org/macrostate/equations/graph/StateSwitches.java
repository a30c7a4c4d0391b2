package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jumps of a right-hand side across surfaces in the state: each {@code UnitStep}, {@code Sign} or comparison whose
 * argument contains the state. With their values held as further parameters the right-hand side is smooth.
 *
 * @param held the right-hand side; its parameters are the program's own, then a value for each jump
 * @param arguments one output a jump: the surface is where it vanishes
 * @param sizes one output a jump: the sum of its argument's terms without their signs, whose rounding is the argument's
 * @param along one output a jump: the derivative of its argument along a direction and time; the program's state is the
 *     state, then the direction (2n elements)
 * @param jacobian of {@code held}, n·n outputs row by row
 * @param timeDerivative of {@code held}, n outputs
 * @param values of each jump below, on and above its surface
 */
public record StateSwitches(
        Program held,
        Program arguments,
        Program sizes,
        Program along,
        Program jacobian,
        Program timeDerivative,
        List<Values> values) {
    /** More jumps than a model states are those at the nodes of a quadrature formula: small, and left to error control. */
    private static final int MOST = 24;

    /** What a jump is where its argument is negative, zero and positive. */
    public record Values(double below, double at, double above) {}

    /** The jumps of a right-hand side; empty if there are none, or so many that each is small. */
    public static Optional<StateSwitches> of(Program program) {
        boolean[] state = new boolean[program.nodes().size()];
        int jumps = 0;
        for (int i = 0; i < state.length; i++) {
            Node node = program.nodes().get(i);
            state[i] = node instanceof Node.Input input && input.source() == Node.Source.STATE;
            for (int operand : node.operands()) {
                state[i] |= state[operand];
            }
            if (state[i]
                    && node instanceof Node.Result r
                    && jumps(r.operation()).isPresent()) {
                jumps++;
            }
        }
        return jumps == 0 || jumps > MOST ? Optional.empty() : Optional.of(build(program, state));
    }

    private static Optional<Values> jumps(Operation operation) {
        return switch (operation) {
            case UNIT_STEP, LESS_EQUAL -> Optional.of(new Values(0, 1, 1));
            case LESS -> Optional.of(new Values(0, 0, 1));
            case SIGN -> Optional.of(new Values(-1, 0, 1));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, NEGATE, SQRT, EXP, LOG, SIN, COS, TAN -> Optional.empty();
            case ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ERFC, LOG_ERFC, ABS, FLOOR -> Optional.empty();
            case MIN, MAX, MOD, EQUAL, WHEN -> Optional.empty();
        };
    }

    private static StateSwitches build(Program program, boolean[] state) {
        int n = program.stateLength();
        int own = program.parameterLength();
        ExpressionGraph graph = new ExpressionGraph();
        int[] copy = new int[state.length];
        List<Integer> arguments = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        for (int i = 0; i < copy.length; i++) {
            Node node = program.nodes().get(i);
            if (node instanceof Node.Number number) {
                copy[i] = graph.number(number.value());
            } else if (node instanceof Node.Input input) {
                copy[i] = graph.input(input.source(), input.index());
            } else if (node instanceof Node.Call call) {
                copy[i] = graph.call(
                        call.function(),
                        call.operands().stream().map(o -> copy[o]).toList());
            } else {
                Node.Result r = (Node.Result) node;
                Optional<Values> jump = state[i] ? jumps(r.operation()) : Optional.empty();
                int a = copy[r.left()];
                int b = r.right() < 0 ? -1 : copy[r.right()];
                if (jump.isPresent()) {
                    int argument = b < 0 ? a : graph.subtract(b, a);
                    if (!arguments.contains(argument)
                            || !values.get(arguments.indexOf(argument)).equals(jump.get())) {
                        arguments.add(argument);
                        values.add(jump.get());
                    }
                    int place = lastIndex(arguments, values, argument, jump.get());
                    copy[i] = graph.input(Node.Source.PARAMETER, own + place);
                } else {
                    copy[i] = graph.apply(r.operation(), a, b);
                }
            }
        }
        int jumps = values.size();
        List<Integer> rates = program.outputs().stream().map(o -> copy[o]).toList();
        return new StateSwitches(
                Passes.applied(Program.of(graph, rates, n, own + jumps)),
                Program.of(graph, arguments, n, own + jumps),
                Program.of(graph, arguments.stream().map(a -> size(graph, a)).toList(), n, own + jumps),
                along(graph, arguments, n, own + jumps),
                jacobian(graph, rates, n, own + jumps),
                timeDerivative(graph, rates, n, own + jumps),
                List.copyOf(values));
    }

    /** Of a sum the sum of the moduli of its terms. */
    private static int size(ExpressionGraph graph, int node) {
        if (graph.node(node) instanceof Node.Result r) {
            if (r.operation() == Operation.ADD || r.operation() == Operation.SUBTRACT) {
                return graph.add(size(graph, r.left()), size(graph, r.right()));
            }
            if (r.operation() == Operation.NEGATE) {
                return size(graph, r.left());
            }
        }
        return graph.apply(Operation.ABS, node);
    }

    private static int lastIndex(List<Integer> arguments, List<Values> values, int argument, Values jump) {
        for (int i = arguments.size() - 1; i >= 0; i--) {
            if (arguments.get(i) == argument && values.get(i).equals(jump)) {
                return i;
            }
        }
        throw new IllegalStateException("a jump without a place");
    }

    private static Program along(ExpressionGraph graph, List<Integer> arguments, int n, int parameters) {
        DirectionalDerivative derivative = new DirectionalDerivative(graph, n);
        GraphDerivative inTime = new GraphDerivative(graph, Node.Source.TIME);
        int zero = graph.number(0);
        List<Integer> outputs = arguments.stream()
                .map(a -> graph.add(derivative.along(a), inTime.gradient(a).getOrDefault(0, zero)))
                .toList();
        return Program.of(graph, outputs, 2 * n, parameters);
    }

    private static Program jacobian(ExpressionGraph graph, List<Integer> rates, int n, int parameters) {
        List<Integer> entries = new ArrayList<>();
        int zero = graph.number(0);
        for (Map<Integer, Integer> row : GraphDerivative.rows(graph, rates)) {
            for (int j = 0; j < n; j++) {
                entries.add(row.getOrDefault(j, zero));
            }
        }
        return Program.of(graph, entries, n, parameters);
    }

    private static Program timeDerivative(ExpressionGraph graph, List<Integer> rates, int n, int parameters) {
        GraphDerivative derivative = new GraphDerivative(graph, Node.Source.TIME);
        int zero = graph.number(0);
        List<Integer> outputs = rates.stream()
                .map(rate -> derivative.gradient(rate).getOrDefault(0, zero))
                .toList();
        return Program.of(graph, outputs, n, parameters);
    }

    /** How many jumps there are. */
    public int count() {
        return values.size();
    }

    /** The surface of a jump, such as {@code x - 1 = 0}. */
    public String surface(int jump, List<String> state, List<String> parameters) {
        return NodeText.of(arguments, arguments.outputs().get(jump), state, parameters) + " = 0";
    }
}
