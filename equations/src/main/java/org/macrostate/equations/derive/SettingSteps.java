package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/** What is asked: the samples, the fields and overlaps, the loss. */
final class SettingSteps {
    /** The dimension of the vectors. */
    static final Symbol N = Symbol.size("N");

    private final LearningProblem problem;
    private final Presentation presentation;

    SettingSteps(RateDerivation assembly, Presentation presentation) {
        this.problem = assembly.problem();
        this.presentation = presentation;
    }

    List<Step> all() {
        List<StepLine> lines = new ArrayList<>();
        problem.samples().forEach(sample -> lines.add(sample(sample)));
        problem.fields().forEach(field -> lines.add(field(field)));
        problem.order().forEach(order -> lines.add(overlap(order)));
        if (problem.dynamics() instanceof Dynamics.Loss loss) {
            loss.all()
                    .forEach((movers, value) -> lines.add(new StepLine(
                            movers.isEmpty() ? "loss" : "loss of " + String.join(", ", movers),
                            presentation.formula(value, List.of(), List.of()))));
        }
        return List.of(new Step(
                "Setting",
                Length.KEY,
                lines,
                "a fresh sample a step; noise is normal in N dimensions"
                        + (problem.spectra().isEmpty()
                                ? ", of unit variance"
                                : ", noise[S] with the eigenvalues of S on its blocks")
                        + "; fields and overlaps are of order one"));
    }

    private StepLine sample(Declaration.Sample sample) {
        List<Expression> terms = new ArrayList<>();
        for (SampleTerm term : sample.terms()) {
            Symbol vector = new Symbol(
                    Kind.VECTOR, term.vector().family(), term.vector().indices());
            terms.add(IndexSum.of(term.sums(), term.coefficient().times(vector).over(Power.sqrt(N))));
        }
        String noise = sample.spectrum().map(name -> "noise[" + name + "]").orElse("noise");
        terms.add(sample.noise().times(new Symbol(Kind.VECTOR, noise, List.of())));
        return new StepLine(sample.name(), presentation.formula(Plus.of(terms), List.of(), List.of()));
    }

    /** The dot product, which the language has in fields only, is told on the left. */
    private StepLine field(Declaration.FieldName field) {
        Term term = term(field.family(), List.of());
        String dot = ExpressionText.indexed(field.family(), term.shown()) + "." + field.sample() + "/Sqrt[N]";
        return new StepLine(dot, new Symbol(Kind.FIELD, field.name(), List.copyOf(term.shown())));
    }

    private StepLine overlap(Declaration.OrderName order) {
        Term left = term(order.left(), List.of());
        Term right = term(order.right(), left.shown());
        List<Index> places = new ArrayList<>(left.shown());
        places.addAll(right.shown());
        return new StepLine(ExpressionText.indexed(order.name(), places), new Overlap(left.vector(), right.vector()));
    }

    private record Term(VectorTerm vector, List<Index> shown) {}

    /** A vector with a letter as its index that is none of these. */
    private Term term(String family, List<Index> others) {
        List<Index> own = new ArrayList<>(others);
        own.addAll(problem.vectors(family).orElseThrow().indices());
        List<Index> letters = presentation.lettersFor(own);
        List<Index> shown = letters.subList(others.size(), letters.size());
        return new Term(new VectorTerm(family, List.copyOf(shown)), shown);
    }
}
