package org.macrostate.solvers.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random function of up to three fields h, g, y, as the language writes it and as a Java function, with the functions whose
 * zeros are its kinks.
 *
 * @param text in the language
 * @param value of the fields
 * @param kinks where the function is not smooth, one of these is zero
 */
record RandomFunction(String text, Field value, List<Field> kinks) {
    private static final String[] NAMES = {"h", "g", "y"};

    /** A function of fields. */
    @FunctionalInterface
    interface Field {
        double at(double[] u);
    }

    /** A function on the line with its name in the language, where its argument stands for {@code #}. */
    private record Shape(String text, java.util.function.DoubleUnaryOperator f) {}

    private static final List<Shape> SMOOTH = List.of(
            new Shape("Tanh[#]", Math::tanh),
            new Shape("Cos[#]", Math::cos),
            new Shape("Sin[2 (#)]", x -> Math.sin(2 * x)),
            new Shape("Exp[-(#)^2]", x -> Math.exp(-x * x)),
            new Shape("1/(1 + (#)^2)", x -> 1 / (1 + x * x)),
            new Shape("1/(1 + Exp[-(#)])", x -> 1 / (1 + Math.exp(-x))),
            new Shape("Log[1 + Exp[#]]", x -> x > 30 ? x : Math.log1p(Math.exp(x))),
            new Shape("Erf[#]", org.hipparchus.special.Erf::erf),
            new Shape("((#)^2 + (#))", x -> x * x + x),
            new Shape("ArcTan[#]", Math::atan),
            new Shape("Exp[(#)/3]", x -> Math.exp(x / 3)),
            new Shape("Sqrt[1 + (#)^2]", x -> Math.sqrt(1 + x * x)),
            new Shape("1/Cosh[#]", x -> 1 / Math.cosh(x)),
            new Shape("Tanh[5 (#)]", x -> Math.tanh(5 * x)),
            new Shape("Exp[-20 (#)^2]", x -> Math.exp(-20 * x * x)),
            new Shape("(#)^3 Tanh[#]", x -> x * x * x * Math.tanh(x)));

    private static final List<Shape> KINKED = List.of(
            new Shape("Sign[#]", Math::signum),
            new Shape("Abs[#]", Math::abs),
            new Shape("Ramp[#]", x -> Math.max(0, x)),
            new Shape("UnitStep[#]", x -> x >= 0 ? 1 : 0),
            new Shape("Sqrt[Abs[#]]", x -> Math.sqrt(Math.abs(x))),
            new Shape("Tanh[Abs[#]]", x -> Math.tanh(Math.abs(x))),
            new Shape("Exp[-Abs[#]]", x -> Math.exp(-Math.abs(x))),
            new Shape("Log[1 + Abs[#]]", x -> Math.log1p(Math.abs(x))));

    /** A random one. */
    static RandomFunction of(Random random, int fields) {
        return new Making(random, fields).function();
    }

    private static final class Making {
        private final Random random;
        private final int fields;
        private final List<Field> kinks = new ArrayList<>();

        Making(Random random, int fields) {
            this.random = random;
            this.fields = fields;
        }

        private record Part(String text, Field value) {}

        RandomFunction function() {
            Part f = factor();
            for (int more = random.nextInt(3); more > 0; more--) {
                Part g = factor();
                Field before = f.value();
                f = random.nextInt(4) == 0
                        ? new Part(
                                "(" + f.text() + " + " + g.text() + ")",
                                u -> before.at(u) + g.value().at(u))
                        : new Part(
                                "(" + f.text() + ") (" + g.text() + ")",
                                u -> before.at(u) * g.value().at(u));
            }
            if (random.nextInt(5) == 0) {
                f = shaped(SMOOTH.get(random.nextInt(7)), f);
            }
            return new RandomFunction(f.text(), f.value(), List.copyOf(kinks));
        }

        private Part factor() {
            return switch (random.nextInt(11)) {
                case 0, 1, 2, 3, 4 -> shaped(SMOOTH.get(random.nextInt(SMOOTH.size())), argument());
                case 5, 6 -> kinked(argument());
                case 7 -> greater();
                case 8 -> chosen();
                case 9 -> rounded();
                default -> kinked(curved());
            };
        }

        private static Part shaped(Shape shape, Part x) {
            return new Part(shape.text().replace("#", x.text()), u -> shape.f()
                    .applyAsDouble(x.value().at(u)));
        }

        private Part kinked(Part x) {
            kinks.add(x.value());
            return shaped(KINKED.get(random.nextInt(KINKED.size())), x);
        }

        private Part greater() {
            Part x = argument();
            Part y = random.nextBoolean() ? argument() : number();
            kinks.add(u -> x.value().at(u) - y.value().at(u));
            boolean most = random.nextBoolean();
            return new Part(
                    (most ? "Max[" : "Min[") + x.text() + ", " + y.text() + "]",
                    most
                            ? u -> Math.max(x.value().at(u), y.value().at(u))
                            : u -> Math.min(x.value().at(u), y.value().at(u)));
        }

        private Part chosen() {
            Part x = argument();
            Part y = random.nextBoolean() ? argument() : number();
            kinks.add(u -> x.value().at(u) - y.value().at(u));
            Part one = shaped(SMOOTH.get(random.nextInt(SMOOTH.size())), argument());
            Part other =
                    random.nextBoolean() ? number() : shaped(SMOOTH.get(random.nextInt(SMOOTH.size())), argument());
            return new Part(
                    "If[" + x.text() + " < " + y.text() + ", " + one.text() + ", " + other.text() + "]",
                    u -> x.value().at(u) < y.value().at(u)
                            ? one.value().at(u)
                            : other.value().at(u));
        }

        private Part rounded() {
            Part x = argument();
            kinks.add(u -> Math.sin(Math.PI * x.value().at(u)));
            return random.nextBoolean()
                    ? new Part(
                            "Floor[" + x.text() + "]", u -> Math.floor(x.value().at(u)))
                    : new Part(
                            "Mod[" + x.text() + ", 1]",
                            u -> x.value().at(u) - Math.floor(x.value().at(u)));
        }

        /** A polynomial of the second degree, or a function of another with a kink. */
        private Part curved() {
            switch (random.nextInt(4)) {
                case 0:
                    double radius = (1 + random.nextInt(40)) / 10.0;
                    StringBuilder text = new StringBuilder(Double.toString(radius));
                    for (int i = 0; i < fields; i++) {
                        text.append(" - ").append(NAMES[i]).append("^2");
                    }
                    return new Part(text.toString(), u -> {
                        double left = radius;
                        for (int i = 0; i < fields; i++) {
                            left -= u[i] * u[i];
                        }
                        return left;
                    });
                case 1:
                    Part x = argument();
                    Part y = argument();
                    double c = coefficient();
                    return new Part(
                            "(" + x.text() + ") (" + y.text() + ") - (" + c + ")",
                            u -> x.value().at(u) * y.value().at(u) - c);
                case 2:
                    Part inner = argument();
                    Part beside = fields > 1 ? argument() : number();
                    kinks.add(inner.value());
                    return new Part(
                            "Abs[" + inner.text() + "] - (" + beside.text() + ")",
                            u -> Math.abs(inner.value().at(u)) - beside.value().at(u));
                default:
                    Part bent = shaped(SMOOTH.get(0), argument());
                    Part straight = argument();
                    return new Part(
                            bent.text() + " - (" + straight.text() + ")/2",
                            u -> bent.value().at(u) - straight.value().at(u) / 2);
            }
        }

        private double coefficient() {
            return (2 * random.nextInt(20) - 19) / 20.0;
        }

        private Part number() {
            double c = coefficient();
            return new Part("(" + c + ")", u -> c);
        }

        /** One field, or an affine function of some. */
        private Part argument() {
            if (random.nextInt(3) == 0) {
                int i = random.nextInt(fields);
                return new Part(NAMES[i], u -> u[i]);
            }
            double[] a = new double[fields];
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < fields; i++) {
                a[i] = coefficient();
                text.append(i == 0 ? "" : " + ")
                        .append("(")
                        .append(a[i])
                        .append(") ")
                        .append(NAMES[i]);
            }
            double c = random.nextBoolean() ? 0 : coefficient();
            text.append(c == 0 ? "" : " + (" + c + ")");
            return new Part(text.toString(), u -> {
                double x = c;
                for (int i = 0; i < a.length; i++) {
                    x += a[i] * u[i];
                }
                return x;
            });
        }
    }
}
