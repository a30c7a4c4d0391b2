package org.macrostate.equations.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of expression has a case of its own. */
class ExpressionCasesTest {
    private static final Symbol SIZE = new Symbol(Kind.SIZE, "M", List.of());
    private static final Index INDEX = new Index("k", SIZE);
    private static final Symbol SYMBOL = new Symbol(Kind.ORDER, "R", List.of(INDEX));
    private static final Field FIELD = new Field(new VectorTerm("w", List.of(INDEX)), "x", List.of());

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ExpressionCasesTest::kinds)
                : Stream.of(type);
    }

    private static Set<String> cases(Function<Method, String> tell) {
        Set<String> told = new TreeSet<>();
        for (Method method : ExpressionCases.class.getMethods()) {
            told.add(tell.apply(method));
        }
        return told;
    }

    private static List<Expression> oneOfEachKind() {
        return List.of(
                Rational.ONE,
                Constant.PI,
                SYMBOL,
                new Overlap(new VectorTerm("w", List.of(INDEX)), new VectorTerm("u", List.of()), List.of()),
                FIELD,
                new FieldFunction("C", List.of(FIELD), List.of()),
                new Delta(INDEX, new Position(1), Shift.NONE),
                new Plus(List.of(Rational.ONE, SYMBOL)),
                new Times(List.of(Rational.HALF, SYMBOL)),
                new Power(SYMBOL, Rational.HALF),
                new Apply(org.macrostate.equations.tensor.Function.ERF, List.of(SYMBOL)),
                new IndexSum(INDEX, SYMBOL),
                new IndexList(INDEX, SYMBOL));
    }

    @Test
    void each_kind_comes_to_the_case_of_its_own_type() {
        Set<String> reached = new TreeSet<>();
        for (Expression e : oneOfEachKind()) {
            InvocationHandler noted = (proxy, method, arguments) -> {
                assertSame(e, arguments[0]);
                assertEquals(e.getClass(), method.getParameterTypes()[0]);
                return reached.add(method.getName());
            };
            e.match((ExpressionCases<?>) Proxy.newProxyInstance(
                    ExpressionCases.class.getClassLoader(), new Class<?>[] {ExpressionCases.class}, noted));
        }
        assertEquals(cases(Method::getName), reached);
    }

    @Test
    void the_cases_are_those_of_the_sealed_kinds_and_none_has_a_default() {
        Set<String> kinds = new TreeSet<>();
        kinds(Expression.class).forEach(kind -> kinds.add(kind.getName()));
        assertEquals(kinds, cases(method -> method.getParameterTypes()[0].getName()));
        assertEquals(Set.of("false"), cases(method -> Boolean.toString(method.isDefault())));
    }
}
