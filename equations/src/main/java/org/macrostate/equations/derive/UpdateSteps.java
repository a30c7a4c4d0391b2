package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/** The step of every trained vector and number, its coefficients, and what it does to the overlaps. */
final class UpdateSteps implements Increments.Terms {
    private final RateDerivation assembly;
    private final LearningProblem problem;
    private final Presentation presentation;
    private final Limit limit;
    private final OverlapAlgebra overlaps;

    UpdateSteps(RateDerivation assembly, Presentation presentation, Limit limit) {
        this.assembly = assembly;
        this.problem = assembly.problem();
        this.presentation = presentation;
        this.limit = limit;
        this.overlaps = new OverlapAlgebra(problem);
    }

    List<Step> all() {
        boolean stated =
                assembly.rules().fieldSteps().stream().allMatch(s -> s.factor().isOne());
        List<StepLine> coefficients = new ArrayList<>();
        assembly.rules().fieldSteps().forEach(s -> coefficients.add(coefficient(s)));
        assembly.rules().kernelSteps().forEach(s -> coefficients.add(coefficient(s)));
        String how =
                stated ? "as stated" : "minus the rate times the loss's gradient, by fields (F) and by overlaps (K)";
        return Stream.of(
                        new Step("Update in one step", Length.KEY, moves(), batches()),
                        new Step("Coefficients of the update", Length.KEY, coefficients, how),
                        new Step("Increments of the order parameters", Length.KEY, increments(), increment()))
                .filter(step -> !step.lines().isEmpty())
                .toList();
    }

    private String batches() {
        return problem.batch().isOne()
                ? "one sample a step"
                : "F is the mean over the " + problem.batch().text() + " samples of a step";
    }

    private String increment() {
        String kappas = problem.samples().stream()
                .filter(s -> !s.noise().isZero())
                .map(this::squaredNoise)
                .collect(Collectors.joining(", "));
        String batch =
                problem.batch().isOne() ? "" : ", over the " + problem.batch().text() + " samples of a batch";
        return limit == Limit.FINITE_RATE
                ? "product rule, terms of order 1/N left out; " + kappas + batch
                : "product rule, terms of order 1/N and of second order in the rates left out";
    }

    private String squaredNoise(Declaration.Sample sample) {
        Expression amplitude = Power.of(sample.noise(), 2);
        if (problem.blocks().isEmpty()) {
            return "|" + sample.name() + "|^2/N -> " + ExpressionText.of(amplitude);
        }
        Index block = presentation
                .lettersFor(List.of(Fresh.index(problem.blocks().orElseThrow())))
                .get(0);
        return "|P_b " + sample.name() + "|^2/N -> "
                + ExpressionText.of(Times.of(amplitude, problem.eigenvalueAt(sample, block), problem.weightAt(block)))
                + " in block b";
    }

    private List<StepLine> moves() {
        List<StepLine> lines = new ArrayList<>();
        for (Declaration.Vectors family : problem.vectors()) {
            if (family.isTrained()) {
                VectorTerm vector = family.at(family.indices());
                lines.add(line(vector(vector), Relation.CHANGES_BY, move(vector)));
            }
        }
        for (UpdateRules.ScalarStep step : assembly.rules().scalarSteps()) {
            Symbol symbol = new Symbol(Kind.SCALAR, step.scalar().name(), List.copyOf(step.indices()));
            lines.add(line(symbol, Relation.CHANGES_BY, scalar(step).over(SettingSteps.N)));
        }
        return lines;
    }

    private Expression move(VectorTerm vector) {
        List<Expression> terms = new ArrayList<>();
        for (UpdateRules.FieldStep step : fieldSteps(vector)) {
            Symbol sample = new Symbol(Kind.SAMPLE, step.sample(), List.of());
            terms.add(f(step, vector).times(sample).over(Power.sqrt(SettingSteps.N)));
        }
        for (UpdateRules.KernelStep step : kernelSteps(vector)) {
            terms.add(
                    overColumn(step, vector, blocks(step), UpdateSteps::vector).over(SettingSteps.N));
        }
        return Plus.of(terms);
    }

    private List<StepLine> increments() {
        List<StepLine> lines = new ArrayList<>();
        for (StateVariable variable : assembly.variables()) {
            if (variable.isOverlap()) {
                lines.add(line(
                        variable.symbol(),
                        Relation.INCREMENT,
                        assembly.increments().of(variable, this)));
            }
        }
        for (UpdateRules.ScalarStep step : assembly.rules().scalarSteps()) {
            Symbol symbol = new Symbol(Kind.SCALAR, step.scalar().name(), List.copyOf(step.indices()));
            lines.add(line(symbol, Relation.INCREMENT, scalar(step)));
        }
        return lines;
    }

    @Override
    public Expression field(UpdateRules.FieldStep step, VectorTerm moving, Field other) {
        return f(step, moving).times(other);
    }

    @Override
    public Expression kernel(UpdateRules.KernelStep step, VectorTerm moving, VectorTerm other, List<IndexTerm> block) {
        return overColumn(step, moving, block, onto -> overlaps.of(onto, other, block));
    }

    @Override
    public Expression square(
            Expression kappa,
            UpdateRules.FieldStep first,
            VectorTerm left,
            UpdateRules.FieldStep second,
            VectorTerm right) {
        return limit == Limit.FINITE_RATE ? Times.of(kappa, f(first, left), f(second, right)) : Rational.ZERO;
    }

    @Override
    public Expression scalar(UpdateRules.ScalarStep step) {
        return step.factor().times(step.direction());
    }

    private StepLine coefficient(UpdateRules.FieldStep step) {
        VectorTerm vector = step.family().at(step.indices());
        Expression value = step.factor().times(assembly.direction(step, vector));
        return line((Symbol) f(step, vector), Relation.EQUALS, value);
    }

    private StepLine coefficient(UpdateRules.KernelStep step) {
        VectorTerm vector = step.family().at(step.indices());
        Symbol symbol = k(step, vector, step.onto().at(step.columns()), blocks(step));
        return line(symbol, Relation.EQUALS, step.factor().times(step.direction()));
    }

    private List<UpdateRules.FieldStep> fieldSteps(VectorTerm vector) {
        return assembly.rules().fieldSteps().stream()
                .filter(s -> s.family().name().equals(vector.family()))
                .toList();
    }

    private List<UpdateRules.KernelStep> kernelSteps(VectorTerm vector) {
        return assembly.rules().kernelSteps().stream()
                .filter(s -> s.family().name().equals(vector.family()))
                .toList();
    }

    private Expression f(UpdateRules.FieldStep step, VectorTerm vector) {
        String name = "F_" + vector.family() + (problem.samples().size() == 1 ? "" : "_" + step.sample());
        return new Symbol(Kind.PIECE, name, vector.indices());
    }

    /** The block that a coefficient is of, by its own index. */
    private static List<IndexTerm> blocks(UpdateRules.KernelStep step) {
        return step.block().<List<IndexTerm>>map(List::of).orElse(List.of());
    }

    private static Symbol k(UpdateRules.KernelStep step, VectorTerm vector, VectorTerm onto, List<IndexTerm> block) {
        List<IndexTerm> places = new ArrayList<>(step.block().isPresent() ? block : List.of());
        places.addAll(vector.indices());
        places.addAll(onto.indices());
        String name = "K_" + step.family().name() + "_" + step.onto().name();
        return new Symbol(Kind.PIECE, step.block().isPresent() ? name + "_block" : name, places);
    }

    private static Expression overColumn(
            UpdateRules.KernelStep step,
            VectorTerm vector,
            List<IndexTerm> block,
            java.util.function.Function<VectorTerm, Expression> what) {
        List<Index> columns = step.onto().indices();
        VectorTerm onto = step.onto().at(columns);
        return IndexSum.of(columns, k(step, vector, onto, block).times(what.apply(onto)));
    }

    private static Symbol vector(VectorTerm vector) {
        return new Symbol(Kind.VECTOR, vector.family(), vector.indices());
    }

    private StepLine line(Symbol left, Relation relation, Expression right) {
        List<Index> own = left.indices().stream().map(Index.class::cast).toList();
        List<Index> shown = presentation.lettersFor(own);
        return new StepLine(
                ExpressionText.indexed(left.name(), shown), relation, presentation.formula(right, own, shown), "");
    }
}
