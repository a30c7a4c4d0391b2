package org.macrostate.equations.symbolic;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.tensor.Symbol;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What Symja is asked for: to solve one equation, to simplify. Only where Rings does not reach, for its classes take
 * seconds to load. An evaluator of its own each time, in the calling thread; nothing is printed. Results are to be
 * checked by the caller like any other closed form.
 */
public final class Symja {
    private static final int MOST_LEAVES = 120;

    private final ExprEvaluator evaluator;

    @SuppressWarnings("StaticAssignmentInConstructor") // a switch of the library's, always set the same way
    public Symja() {
        // Before the first other class of Symja is touched: its thread pool would keep the process alive.
        Config.JAS_NO_THREADS = true;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        EvalEngine engine = new EvalEngine("", 256, 1000, nowhere, nowhere, true);
        engine.setQuietMode(true);
        this.evaluator = new ExprEvaluator(engine, true, (short) 1);
    }

    /** Solutions of {@code expression = 0}; empty if there are none in closed form or the expression is long. */
    public List<Expression> solve(Expression expression, Symbol unknown) {
        if (LeafCount.of(expression) > MOST_LEAVES) {
            return List.of();
        }
        SymjaTrees trees = new SymjaTrees();
        IExpr x = trees.tree(unknown);
        Optional<IExpr> result = evaluate(F.Solve(F.Equal(trees.tree(expression), F.C0), x));
        List<Expression> solutions = new ArrayList<>();
        if (result.isPresent() && result.get() instanceof IAST list && list.isList()) {
            for (int i = 1; i < list.size(); i++) {
                if (list.get(i) instanceof IAST rules && rules.size() == 2 && rules.get(1) instanceof IAST rule) {
                    trees.expression(rule.get(2)).ifPresent(solutions::add);
                }
            }
        }
        return solutions;
    }

    private Optional<IExpr> evaluate(IExpr tree) {
        try {
            return Optional.of(evaluator.eval(tree));
        } catch (RuntimeException | StackOverflowError defectOfTheLibrary) {
            // Whatever it throws on, there is simply no closed form from it.
            return Optional.empty();
        } finally {
            EvalEngine.remove();
        }
    }
}
