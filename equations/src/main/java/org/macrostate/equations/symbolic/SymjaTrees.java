package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionCases;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexList;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.NoElementaryForm;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Expressions as Symja's trees and back. Symbols get names of ours, since Symja has its own ideas of beta, E and N. */
final class SymjaTrees {
    private static final Map<Function, IBuiltInSymbol> HEADS = Map.ofEntries(
            Map.entry(Function.EXP, S.Exp),
            Map.entry(Function.LOG, S.Log),
            Map.entry(Function.SIN, S.Sin),
            Map.entry(Function.COS, S.Cos),
            Map.entry(Function.TAN, S.Tan),
            Map.entry(Function.ARC_SIN, S.ArcSin),
            Map.entry(Function.ARC_COS, S.ArcCos),
            Map.entry(Function.ARC_TAN, S.ArcTan),
            Map.entry(Function.SINH, S.Sinh),
            Map.entry(Function.COSH, S.Cosh),
            Map.entry(Function.TANH, S.Tanh),
            Map.entry(Function.ERF, S.Erf),
            Map.entry(Function.ABS, S.Abs));

    private final Map<Symbol, ISymbol> mangled = new HashMap<>();
    private final Map<IExpr, Expression> originals = new HashMap<>();
    private final ExpressionCases<IExpr> cases = new Cases();

    /** Symja's tree of an expression without sums. */
    IExpr tree(Expression e) {
        return e.match(cases);
    }

    private static NoElementaryForm none(Expression e) {
        return new NoElementaryForm("has no tree here: " + ExpressionText.of(e));
    }

    private final class Cases implements ExpressionCases<IExpr> {
        @Override
        public IExpr rational(Rational number) {
            return F.QQ(number.value()).normalize();
        }

        @Override
        public IExpr constant(Constant constant) {
            return constant.equals(Constant.PI) ? S.Pi : S.E;
        }

        @Override
        public IExpr symbol(Symbol symbol) {
            return mangled.computeIfAbsent(symbol, SymjaTrees.this::mangle);
        }

        @Override
        public IExpr overlap(Overlap overlap) {
            throw none(overlap);
        }

        @Override
        public IExpr field(Field field) {
            throw none(field);
        }

        @Override
        public IExpr fieldFunction(FieldFunction function) {
            throw none(function);
        }

        @Override
        public IExpr delta(Delta delta) {
            throw none(delta);
        }

        @Override
        public IExpr plus(Plus sum) {
            return F.Plus(trees(sum.terms()));
        }

        @Override
        public IExpr times(Times product) {
            return F.Times(trees(product.factors()));
        }

        @Override
        public IExpr power(Power power) {
            return F.Power(tree(power.base()), tree(power.exponent()));
        }

        @Override
        public IExpr apply(Apply application) {
            if (!HEADS.containsKey(application.function())) {
                throw none(application);
            }
            return F.ast(trees(application.arguments()), head(application.function()));
        }

        @Override
        public IExpr sum(IndexSum sum) {
            throw none(sum);
        }

        @Override
        public IExpr list(IndexList list) {
            throw none(list);
        }
    }

    private static IBuiltInSymbol head(Function function) {
        IBuiltInSymbol head = HEADS.get(function);
        if (head == null) {
            throw new NoElementaryForm("'" + function.text() + "' is not handed on");
        }
        return head;
    }

    private ISymbol mangle(Symbol symbol) {
        ISymbol dummy = F.Dummy("zz" + mangled.size());
        originals.put(dummy, symbol);
        return dummy;
    }

    private IExpr[] trees(List<Expression> expressions) {
        return expressions.stream().map(this::tree).toArray(IExpr[]::new);
    }

    /** The expression of a tree; empty if it contains anything but real closed forms. */
    Optional<Expression> expression(IExpr tree) {
        if (tree instanceof IRational r) {
            return Optional.of(new Rational(r.toBigFraction()));
        }
        if (tree.equals(S.Pi)) {
            return Optional.of(Constant.PI);
        }
        if (tree.equals(S.E)) {
            return Optional.of(Constant.E);
        }
        if (tree instanceof ISymbol) {
            return Optional.ofNullable(originals.get(tree));
        }
        return tree instanceof IAST ast ? ofApplication(ast) : Optional.empty();
    }

    private Optional<Expression> ofApplication(IAST ast) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 1; i < ast.size(); i++) {
            Optional<Expression> argument = expression(ast.get(i));
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        if (ast.head().equals(S.Plus)) {
            return Optional.of(Plus.of(arguments));
        }
        if (ast.head().equals(S.Times)) {
            return Optional.of(Times.of(arguments));
        }
        if (ast.head().equals(S.Power)) {
            return Optional.of(Power.of(arguments.get(0), arguments.get(1)));
        }
        return HEADS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(ast.head()))
                .findFirst()
                .map(entry -> Apply.of(entry.getKey(), arguments));
    }
}
