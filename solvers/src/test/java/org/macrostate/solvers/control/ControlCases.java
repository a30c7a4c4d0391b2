package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.LogarithmicScalars;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;

/** Problems whose optimal schedules are known from elsewhere. */
final class ControlCases {
    /** Linear regression on a noisy linear teacher; its error obeys dr/dt = −2 τ r + τ² (r + σ²). */
    static final String REGRESSION = """
            model: regression
            parameters: {sigma: {value: 1/2}, tau: {value: 1, domain: positive}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {zeta: {law: normal}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - y - sigma zeta)^2
            order: {R: w . u, Q: w . w}
            observables: {eps_g: "Q - 2 R + 1", effort: "tau^2"}
            """;

    static final String VAE = """
            model: vae
            parameters:
              rho: {value: 1, domain: positive}
              eta: {value: 1, domain: positive}
              beta: {value: 1, domain: nonnegative}
              tau: {value: 0.01, domain: positive}
            vectors: {u: {fixed: identity}, w: {rate: tau}, v: {rate: tau}}
            scalars: {D: {rate: tau, start: 1, domain: positive}}
            randoms: {c: {law: normal}}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise"}
            fields: {h: w . x, z: v . x}
            loss: beta/2 (z^2 + D - Log[D]) - h z + 1/2 (w.w) z^2 + 1/2 (w.w) D
            order: {m: w . u, d: v . u, Q: w . w, E: v . v, R: w . v}
            observables: {eps_g: "rho - 2 Sqrt[rho] Abs[m] + Q"}
            """;

    static final String COMMITTEE = """
            model: committee
            parameters: {eta: {value: 1/10, domain: positive}}
            vectors: {B: {fixed: identity}, J: {rate: eta}}
            samples: {xi: noise}
            fields: {x: J . xi, y: B . xi}
            loss: 1/2 (Erf[x/Sqrt[2]] - Erf[y/Sqrt[2]])^2
            order: {Q: J . J, R: J . B}
            observables: {eps_g: "Mean[1/2 (Erf[x/Sqrt[2]] - Erf[y/Sqrt[2]])^2]"}
            """;

    static final String OJA = """
            model: oja
            parameters: {omega: {value: 2}, tau: {value: 1/2}}
            vectors: {u: {fixed: identity}, w: {}}
            randoms: {c: {law: normal}}
            samples: {x: Sqrt[omega] c u + noise}
            fields: {y: w . x}
            update: {w: tau (y x - y^2 w)}
            order: {q: w . u, Q: w . w}
            observables: {eps_g: "-q^2/Q"}
            """;

    static final String LORENZ = """
            model: lorenz
            parameters: {rho: {value: 10}}
            flow: {X: 10 (Y - X), Y: rho X - Y - X Z, Z: X Y - 8/3 Z}
            observables: {eps_g: "(X - 3)^2 + (Y + 2)^2 + (Z - 10)^2"}
            """;

    /** The same with its batch size a parameter. */
    static final String BATCHES = REGRESSION
                    .replace("parameters: {", "parameters: {B: {value: 2, domain: positive}, ")
                    .replace("\"tau^2\"", "\"B\"")
            + "batch: B\n";

    /** The same with weight decay. */
    static final String RIDGE = REGRESSION
            .replace("parameters: {", "parameters: {lambda: {value: 1, domain: nonnegative}, ")
            .replace("sigma zeta)^2", "sigma zeta)^2 + lambda/2 (w.w)");

    /** A student of two units, each kept with a probability; the error is that of both units together. */
    static final String DROPOUT = """
            model: dropout
            parameters: {eta: {value: 3/2, domain: positive}, keep: {value: 0.8, domain: unit}}
            vectors: {T: {fixed: identity}, J: {copies: 2, rate: eta}}
            randoms:
              r: {law: {values: [0, 1], probabilities: [1 - keep, keep]}}
              s: {law: {values: [0, 1], probabilities: [1 - keep, keep]}}
            samples: {xi: noise}
            fields: {x: J . xi, y: T . xi}
            loss: 1/2 (r Erf[x[1]/Sqrt[2]] + s Erf[x[2]/Sqrt[2]] - Erf[y/Sqrt[2]])^2
            order: {Q: J . J, R: J . T}
            observables: {eps_g: "Mean[1/2 (Erf[x[1]/Sqrt[2]] + Erf[x[2]/Sqrt[2]] - Erf[y/Sqrt[2]])^2]", effort: keep^2}
            """;

    /** Samples of two kinds, clean ones with a probability. */
    static final String CURRICULUM = """
            model: curriculum
            parameters: {clean: {value: 1/2, domain: unit}, tau: {value: 1, domain: positive}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms:
              zeta: {law: normal}
              c: {law: {values: [0, 1], probabilities: [1 - clean, clean]}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - y - (c/5 + 1 - c) zeta)^2
            order: {R: w . u, Q: w . w}
            observables: {eps_g: "Q - 2 R + 1", effort: clean}
            """;

    /** Labels that are flipped with a probability, learned by a perceptron of least squares. */
    static final String FLIPPED = """
            model: flipped
            parameters: {flip: {value: 1/10, domain: unit}, tau: {value: 1/2, domain: positive}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {s: {law: {values: [-1, 1], probabilities: [flip, 1 - flip]}}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - s Sign[y])^2
            order: {R: w . u, Q: w . w}
            observables: {eps_g: "Q - 2 R Sqrt[2/Pi] + 1"}
            """;

    /** Regression on noise of two variances. */
    static final String SPECTRUM = """
            model: spectrum
            parameters: {a: {value: 2, domain: positive}, tau: {value: 1/2, domain: positive}}
            spectra: {S: {blocks: [{weight: 1/3, value: a}, {weight: 2/3, value: 1}]}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            samples: {x: "noise[S]"}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - y)^2
            order: {R: w . u, Q: w . w}
            observables: {eps_g: "Q[1] + Q[2] - 2 R[1] - 2 R[2] + 1"}
            """;

    /** The start of the paper's learning curves, in the order m, d, Q, E, R, D. */
    static final Map<String, Double> VAE_START =
            Map.of("m", 0.009783953, "d", 0.121690713, "Q", 1.106815815, "E", 0.861331224, "R", -0.107836276, "D", 1.0);

    private ControlCases() {}

    static ControlProblem problem(
            String model, Map<String, Double> start, ControlGoal goal, List<String> integrands, String... controls) {
        LearningProblem problem = ModelFile.read(model, "model");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        List<Control> chosen = new ArrayList<>();
        for (String text : controls) {
            String[] parts = text.split("[=:]");
            chosen.add(new Control(
                    parts[0],
                    List.of(bound.parameters().position(parts[0])),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2])));
        }
        List<String> observables =
                bound.system().observables().stream().map(o -> o.name()).toList();
        ControlledSystem system = ControlledSystem.of(
                bound,
                observables.indexOf("eps_g"),
                integrands.stream().map(observables::indexOf).toList(),
                chosen);
        double[] state = bound.state().labels().stream()
                .mapToDouble(label -> start.get(label))
                .toArray();
        double[] parameters = bound.parameters().defaults();
        return ControlProblem.of(system, parameters, state, goal)
                .inside(PhysicalRegion.of(bound, parameters)::contains);
    }

    /** With log D as coordinate. */
    static ControlProblem logarithmicVae(ControlGoal goal) {
        LearningProblem problem = ModelFile.read(VAE, "model");
        BoundSystem plain = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        BoundSystem bound = BoundSystem.of(LogarithmicScalars.in(plain.system(), Set.of("D")), plain.sizes());
        double[] parameters = bound.parameters().defaults();
        List<String> labels = bound.state().labels();
        Control beta = new Control("beta", List.of(bound.parameters().position("beta")), 0, 3);
        ControlledSystem system = ControlledSystem.of(bound, 0, List.of(), List.of(beta), List.of(labels.indexOf("D")));
        double[] state = labels.stream().mapToDouble(VAE_START::get).toArray();
        return ControlProblem.of(system, parameters, state, goal)
                .inside(PhysicalRegion.of(plain, parameters)::contains);
    }

    static ControlProblem vae(ControlGoal goal) {
        return problem(VAE, VAE_START, goal, List.of(), "beta=0:3");
    }

    static double[] all(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
