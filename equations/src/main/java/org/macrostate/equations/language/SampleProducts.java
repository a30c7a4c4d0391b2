package org.macrostate.equations.language;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Products of two samples, {@code x . y}, which are over the dimension N whether it is written or not. */
record SampleProducts(Scope scope) {
    /** {@code x . x / N}, as it is written on paper: products of samples are over the dimension already. */
    Syntax.Call perDimension(Syntax.Call call) {
        if (!call.head().equals("Times") || call.arguments().stream().noneMatch(this::hasSampleProduct)) {
            return call;
        }
        List<Syntax> factors =
                call.arguments().stream().filter(f -> !isOverDimension(f)).toList();
        return new Syntax.Call(call.head(), factors, call.offset());
    }

    private boolean isOverDimension(Syntax factor) {
        return factor instanceof Syntax.Call power
                && power.head().equals("Power")
                && power.arguments().get(0) instanceof Syntax.Name n
                && n.text().equals("N")
                && scope.meaning("N").isEmpty()
                && power.arguments().get(1) instanceof Syntax.Literal exponent
                && exponent.value().equals(BigFraction.MINUS_ONE);
    }

    private boolean hasSampleProduct(Syntax syntax) {
        return syntax instanceof Syntax.Call c
                && (c.head().equals("Dot") && c.arguments().stream().allMatch(this::isSample)
                        || c.arguments().stream().anyMatch(this::hasSampleProduct));
    }

    private boolean isSample(Syntax syntax) {
        String name = syntax instanceof Syntax.Name n ? n.text() : syntax instanceof Syntax.Call c ? c.head() : "";
        return scope.meaning(name).filter(Meaning.Sample.class::isInstance).isPresent();
    }
}
