package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.Symbols;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NoElementaryForm;
import org.macrostate.equations.tensor.Symbol;

/** The stability of a named state in symbols: blocks, conditions, and where they change in a parameter. */
public final class Thresholds {
    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final ThresholdRequest request;
    private final ParameterPoints parameters;
    private final Symbol solved;
    private final Symbol eigenvalue;
    private final SymbolicState state;
    private final List<StateLayout.Element> elements;

    private Thresholds(OrderParameterSystem system, Sizes sizes, ThresholdRequest request, SymbolicState state) {
        this.system = system;
        this.sizes = sizes;
        this.request = request;
        ParameterPoints points = new ParameterPoints(system.problem(), sizes, request);
        this.solved = points.symbol(request.solve());
        request.series().ifPresent(order -> requireSmall(points, order));
        this.state = state;
        this.parameters = state.parameters();
        this.elements = state.elements();
        this.eigenvalue = freeSymbol();
    }

    private void requireSmall(ParameterPoints parameters, SeriesOrder order) {
        Symbol small = parameters.symbol(order.parameter());
        if (small.equals(solved)) {
            throw new BadInput("a series for " + request.solve() + " must be in another parameter than "
                    + request.solve() + " itself");
        }
        if (!(parameters.current().getOrDefault(small, 0.0) > 0)) {
            throw new BadInput("the small parameter of a series must be positive, " + order.parameter() + " is "
                    + parameters.current().get(small));
        }
    }

    /**
     * Analyses a state: in symbols, or by numbers where rates contain expectations that are integrated when they are evaluated
     * or the field of rational functions meets a pole at the state.
     *
     * @throws BadInput if the state is unknown, not determined or no fixed point, or the parameter unknown or fixed
     */
    public static ThresholdAnalysis of(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        requireAsked(system, sizes, request);
        List<SymbolicState> states;
        try {
            states = SymbolicState.all(system, sizes, request);
        } catch (BadInput notInSymbols) {
            return NumericThresholds.of(system, sizes, request, "no exact form in symbols was found")
                    .orElseThrow(() -> MovingState.better(notInSymbols, system, sizes, request));
        } catch (NoElementaryForm | ArithmeticException integralOrPole) {
            return numeric(system, sizes, request);
        }
        try {
            return inSymbols(system, sizes, request, states);
        } catch (NoElementaryForm | ArithmeticException integralOrPole) {
            return numeric(system, sizes, request);
        }
    }

    private static ThresholdAnalysis numeric(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        return NumericThresholds.of(system, sizes, request, "the rates have no exact form in symbols at this state")
                .orElseThrow(
                        () -> MovingState.refusal(system, sizes, request)
                                .orElseGet(
                                        () -> new BadInput(
                                                "the rates have no exact form in symbols at state '" + request.state()
                                                        + "', and by numbers no fixed point with the values it names was found at the current parameters")));
    }

    private static ThresholdAnalysis inSymbols(
            OrderParameterSystem system, Sizes sizes, ThresholdRequest request, List<SymbolicState> states) {
        ThresholdAnalysis first = new Thresholds(system, sizes, request, states.get(0)).analysis();
        return states.size() == 1
                ? first
                : first.isPart()
                        ? first.noted(
                                "the time limit ended the work before the other solutions of the fixed-point equations")
                        : SeveralSolutions.together(
                                first,
                                states.size(),
                                others(system, sizes, request, states.subList(1, states.size()), first));
    }

    /** Wrong parameters are refused before any work is done. */
    private static void requireAsked(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        new ParameterPoints(system.problem(), sizes, request).symbol(request.solve());
    }

    private static List<ThresholdAnalysis> others(
            OrderParameterSystem system,
            Sizes sizes,
            ThresholdRequest request,
            List<SymbolicState> states,
            ThresholdAnalysis first) {
        List<ThresholdAnalysis> others = new ArrayList<>();
        for (SymbolicState state : states) {
            if (others.stream().anyMatch(ThresholdAnalysis::isPart)) {
                break;
            }
            try {
                others.add(new Thresholds(system, sizes, request, state).analysis());
            } catch (BadInput doesNotDepend) {
                others.add(new ThresholdAnalysis(
                        request.state(),
                        request.solve(),
                        state.named(),
                        first.parameters(),
                        List.of(),
                        List.of(),
                        List.of(doesNotDepend.what()),
                        List.of()));
            }
        }
        return others;
    }

    /** The symbol of the characteristic polynomial: {@code s} unless a parameter is called so. */
    private Symbol freeSymbol() {
        List<String> taken = system.problem().parameters().stream()
                .map(Declaration.Parameter::name)
                .toList();
        String name = "s";
        while (taken.contains(name)) {
            name += "s";
        }
        return Symbol.parameter(name);
    }

    private ThresholdAnalysis analysis() {
        List<StabilityBlock> blocks = blocks(state.rates());
        List<String> notes = new ArrayList<>();
        if (!state.solved().isEmpty()) {
            notes.add("solved for: " + String.join(", ", state.solved()));
        }
        if (blocks.stream().allMatch(block -> block.boundaries().isEmpty())) {
            boolean depends = requireDependence(blocks);
            notes.add(
                    !depends
                            ? "the stability of state '" + request.state() + "' does not depend on any parameter"
                            : "at the current values of the other parameters no value of " + request.solve()
                                    + " was found at which a block turns stable or unstable");
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        parameters.current().forEach((symbol, value) -> numbers.put(ParameterPoints.label(symbol), value));
        return new ThresholdAnalysis(
                request.state(),
                request.solve(),
                state.named(),
                numbers,
                blocks,
                ThresholdSteps.of(request.solve(), blocks),
                notes,
                List.of());
    }

    /**
     * False if the conditions contain no parameter at all, as those of a state that is never stable.
     *
     * @throws BadInput if they contain others than the one to solve for
     */
    private boolean requireDependence(List<StabilityBlock> blocks) {
        Set<Symbol> contained = new TreeSet<>();
        for (StabilityBlock block : blocks) {
            // Conditions of a block too large for symbols are not known: its entries stand for them.
            List<Expression> conditions = block.characteristicPolynomial().isZero()
                    ? block.matrix().stream().flatMap(List::stream).toList()
                    : block.stableWhen();
            conditions.forEach(c -> contained.addAll(Symbols.of(c)));
        }
        if (!contained.isEmpty() && !contained.contains(solved)) {
            String others = contained.stream().map(ParameterPoints::label).collect(Collectors.joining(", "));
            throw new BadInput("the stability of state '" + request.state() + "' does not depend on "
                    + request.solve() + ": its conditions contain "
                    + others);
        }
        return !contained.isEmpty();
    }

    private List<StabilityBlock> blocks(List<ExactDual> rates) {
        List<Set<Integer>> pattern = rates.stream()
                .map(rate -> (Set<Integer>) new TreeSet<>(rate.gradient().keySet()))
                .toList();
        Map<List<List<RationalFunction>>, List<List<Integer>>> grouped = new LinkedHashMap<>();
        for (List<Integer> block : IrreducibleBlocks.of(pattern)) {
            grouped.computeIfAbsent(matrix(block, rates), m -> new ArrayList<>())
                    .add(block);
        }
        JacobianCheck check = new JacobianCheck(system, sizes, parameters, state.values());
        List<StabilityBlock> results = new ArrayList<>();
        List<NumericBlock> numeric = new ArrayList<>();
        grouped.forEach((matrix, copies) -> {
            List<List<String>> labels = copies.stream()
                    .map(copy -> copy.stream().map(i -> elements.get(i).label()).toList())
                    .toList();
            Sector sector = sector(copies.get(0));
            numeric.add(new NumericBlock(matrix));
            if (results.stream().noneMatch(StabilityBlock::isOverTime)) {
                boolean agrees = check.agrees(copies.get(0), matrix);
                TimeLimit.cuts(() -> results.add(analysed(matrix, labels, sector, agrees)));
            }
            if (results.size() < numeric.size()) {
                results.add(BlockOverTime.of(matrix, parameters, solved, eigenvalue, labels, sector));
            }
        });
        return results.stream().map(block -> decided(block, numeric)).toList();
    }

    private StabilityBlock analysed(
            List<List<RationalFunction>> matrix, List<List<String>> copies, Sector sector, boolean agrees) {
        List<String> notes = agrees
                ? List.of()
                : List.of(
                        "no closed form is shown for this block: its exact Jacobian does not agree with differences of"
                                + " the rates, which is a defect worth reporting");
        return new BlockAnalysis(matrix, parameters, solved, eigenvalue, request.series())
                .run(agrees)
                .result(copies, sector, notes);
    }

    private List<List<RationalFunction>> matrix(List<Integer> block, List<ExactDual> rates) {
        RationalFunction zero = state.field().zero();
        return block.stream()
                .map(i -> block.stream()
                        .map(j -> rates.get(i).gradient().getOrDefault(j, zero))
                        .toList())
                .toList();
    }

    private Sector sector(List<Integer> block) {
        boolean signal = false;
        boolean overlaps = false;
        for (int i : block) {
            StateVariable variable = elements.get(i).variable();
            overlaps |= variable.isOverlap();
            signal |= variable.isOverlap() && (isFixed(variable.left()) || isFixed(variable.right()));
        }
        return signal ? Sector.SIGNAL : overlaps ? Sector.NOISE : Sector.SCALAR;
    }

    private boolean isFixed(String family) {
        return system.problem().vectors(family).map(v -> !v.isTrained()).orElse(false);
    }

    private StabilityBlock decided(StabilityBlock block, List<NumericBlock> all) {
        List<StabilityBoundary> boundaries = block.boundaries().stream()
                .map(b -> b.deciding(decides(b.value(), all)))
                .toList();
        return new StabilityBlock(
                block.variables(),
                block.copies(),
                block.sector(),
                block.matrix(),
                block.eigenvalueSymbol(),
                block.characteristicPolynomial(),
                block.stableWhen(),
                boundaries,
                block.notes());
    }

    private boolean decides(double value, List<NumericBlock> all) {
        if (!parameters.contains(solved, value)) {
            return false;
        }
        return isStable(value * (1 - 1e-5), all) != isStable(value * (1 + 1e-5), all);
    }

    private boolean isStable(double value, List<NumericBlock> all) {
        Map<Symbol, Double> point = new LinkedHashMap<>(parameters.current());
        point.put(solved, value);
        return all.stream().allMatch(block -> block.unstable(point) == 0);
    }
}
